using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conformance.Cli.Tests.Miniatures;

/// <summary>A target that takes connections and never gives a right answer.</summary>
internal sealed class BrokenTarget : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly byte[]? answer;
    private readonly Task serving;

    /// <param name="answer">What it sends to whatever it gets; null: nothing, and the connection stays open.</param>
    private BrokenTarget(byte[]? answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

    /// <summary>Takes the call and never answers.</summary>
    public static BrokenTarget Stalling() => new(null);

    /// <summary>What it sends is not even HTTP.</summary>
    public static BrokenTarget Noise() => new([0x00, 0xFF, 0xFE, .. "noise\r\n\r\n"u8]);

    public static BrokenTarget Answering(string status, string mediaType, string body) => new(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status}\r\nContent-Type: {mediaType}\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}")));

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
                connections.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = connection.GetStream();
            if (await stream.ReadAsync(new byte[64 * 1024], stop.Token) == 0)
            {
                return;
            }

            if (answer is null)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
            }

            await stream.WriteAsync(answer, stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
        }
    }
}
