using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conformance.Drivers.Tests.Miniatures;

/// <summary>An HTTP proxy that asks for one user, tunnels (CONNECT) and forwards, and leads every host to this machine.</summary>
internal sealed class MiniatureProxy : IAsyncDisposable
{
    private const string Credentials = "user:proxy-secret";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    private MiniatureProxy()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Hosts that it was asked for with the right user.</summary>
    public ConcurrentQueue<string> Let { get; } = new();

    /// <summary>How often it asked who calls.</summary>
    public int Asked { get; private set; }

    public static MiniatureProxy Start() => new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(HandleAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task HandleAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await HeadAsync(stream) is { Length: > 0 } head)
                {
                    if (!head.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(Credentials)), StringComparison.OrdinalIgnoreCase))
                    {
                        Asked++;
                        await stream.ReadExactlyAsync(new byte[Length(head)], stop.Token);
                        await stream.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop.Token);
                        continue;
                    }

                    var target = head.Split(' ')[1];
                    var connect = head.StartsWith("CONNECT ", StringComparison.Ordinal);
                    var uri = new Uri(connect ? $"https://{target}/" : target);
                    Let.Enqueue(uri.Host);
                    using var server = new TcpClient();
                    await server.ConnectAsync(IPAddress.Loopback, uri.Port, stop.Token);
                    var far = server.GetStream();
                    if (connect)
                    {
                        await stream.WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray(), stop.Token);
                    }
                    else
                    {
                        await far.WriteAsync(Encoding.Latin1.GetBytes(head.Replace(uri.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal)), stop.Token);
                    }

                    await Task.WhenAny(stream.CopyToAsync(far, stop.Token), far.CopyToAsync(stream, stop.Token));
                    return;
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client or the test is gone.
            }
        }
    }

    private static int Length(string head) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture) : 0;

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, stop.Token) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
