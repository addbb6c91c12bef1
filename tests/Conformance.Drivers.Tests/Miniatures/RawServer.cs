using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conformance.Drivers.Tests.Miniatures;

/// <summary>Answers the first bytes of every connection with fixed bytes, which need not be HTTP, and then closes it, or keeps silent.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _answer;
    private readonly Task _serving;

    /// <param name="answer">Null: the connection stays open and nothing ever comes.</param>
    public RawServer(string? answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var kept = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                kept.Add(client);
                if (_answer is not null)
                {
                    await client.GetStream().ReadAtLeastAsync(new byte[65536], 1, throwOnEndOfStream: false, _stop.Token);
                    await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(_answer), _stop.Token);
                    client.Client.Shutdown(SocketShutdown.Send);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException) { }

        kept.ForEach(c => c.Dispose());
    }
}
