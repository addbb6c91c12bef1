using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conformance.Bench;

/// <summary>Sends prepared HTTP/1.1 requests over a few connections that stay open, and reads the answers just far enough to know where they end. It costs
/// little itself, since it shares the machine with the server that is measured.</summary>
internal static class RawLoad
{
    /// <returns>How long it took.</returns>
    /// <exception cref="IOException">An answer was not 2xx, or the server closed the connection.</exception>
    public static async Task<TimeSpan> RunAsync(int port, IReadOnlyList<byte[]> requests, int count, int connections)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(() => DriveAsync(port, requests, i, count / connections))));
        return watch.Elapsed;
    }

    /// <summary>A request as it goes on the line.</summary>
    public static byte[] Request(string method, string url, int port, string? body = null)
    {
        var head = string.Create(CultureInfo.InvariantCulture,
            $"{method} {url} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: application/json\r\nUser-Agent: load\r\n");
        return Encoding.UTF8.GetBytes(body is null
            ? head + "\r\n"
            : head + string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
    }

    private static async Task DriveAsync(int port, IReadOnlyList<byte[]> requests, int first, int count)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[64 * 1024];
        for (var i = 0; i < count; i++)
        {
            await socket.SendAsync(requests[(first + i) % requests.Count]);
            var filled = 0;
            do
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
                if (read == 0)
                {
                    throw new IOException("The server closed the connection.");
                }

                filled += read;
            }
            while (!IsWhole(buffer.AsSpan(0, filled)));
            if (buffer[9] != (byte)'2')
            {
                throw new IOException(Encoding.UTF8.GetString(buffer, 0, Math.Min(filled, 600)));
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8);
        }

        var length = 0;
        for (var i = at + 16; i < head.Length && head[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            length = (length * 10) + head[i] - '0';
        }

        return answer.Length >= end + 4 + length;
    }
}
