using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Mocks;

/// <summary>Puts an answer on the line: at once and whole, or as a fault or a stub wants it.</summary>
internal sealed class Dispatch(TimeProvider time)
{
    // Recorded stubs carry these; how the body is framed here is up to the server.
    private static readonly HashSet<string> Framing = new(["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"], StringComparer.OrdinalIgnoreCase);

    // Neither HTTP nor TLS.
    private static readonly byte[] Rubbish = [.. Enumerable.Range(0, 64).Select(i => (byte)(0x80 + i))];

    public Task SendAsync(HttpContext context, MockAnswer answer) =>
        answer.Sending is { } sending ? SendSlowlyAsync(context, answer, sending) : SendWholeAsync(context, answer);

    private static Task SendWholeAsync(HttpContext context, MockAnswer answer)
    {
        Begin(context, answer);
        if (answer.Length is { } length)
        {
            context.Response.ContentLength = length;
            return Task.CompletedTask;
        }

        var body = Bytes(answer);
        if (body.Length == 0 || !MayHaveBody(context, answer))
        {
            return Task.CompletedTask;
        }

        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private async Task SendSlowlyAsync(HttpContext context, MockAnswer answer, Sending sending)
    {
        if (sending.Delay > TimeSpan.Zero)
        {
            await Task.Delay(sending.Delay, time, context.RequestAborted);
        }

        switch (sending.Break)
        {
            case Break.Reset:
                // Lingering for no time makes the closing a reset (RST).
                if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
                {
                    socket.LingerState = new(true, 0);
                    socket.Close();
                }

                context.Abort();
                return;
            case Break.Empty:
                context.Abort();
                return;
            case Break.Garbage:
                await SpoilAsync(context);
                return;
            case Break.MalformedChunk:
                Begin(context, answer);
                await context.Response.StartAsync(context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await SpoilAsync(context);
                return;
            case Break.Half:
                await SendHalfAsync(context, answer);
                return;
            default:
                await (sending.Pieces > 0 ? SendPiecesAsync(context, answer, sending) : SendWholeAsync(context, answer));
                return;
        }
    }

    private static async Task SendHalfAsync(HttpContext context, MockAnswer answer)
    {
        Begin(context, answer);
        var body = Bytes(answer);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private async Task SendPiecesAsync(HttpContext context, MockAnswer answer, Sending sending)
    {
        Begin(context, answer);
        var body = Bytes(answer);
        var pieces = Math.Max(1, Math.Min(sending.Pieces, body.Length));
        var pause = sending.Over / pieces;
        for (var i = 0; i < pieces; i++)
        {
            await Task.Delay(pause, time, context.RequestAborted);
            var (from, to) = ((int)((long)body.Length * i / pieces), (int)((long)body.Length * (i + 1) / pieces));
            await context.Response.Body.WriteAsync(body[from..to], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task SpoilAsync(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            await socket.SendAsync(Rubbish, context.RequestAborted);
        }

        context.Abort();
    }

    private static void Begin(HttpContext context, MockAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.StatusMessage is { } reason)
        {
            context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = reason;
        }

        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        foreach (var (name, values) in answer.RepeatedHeaders.Where(header => !Framing.Contains(header.Key)))
        {
            context.Response.Headers[name] = values;
        }

        if (answer.ContentType.Length > 0 && (answer.Body.Length > 0 || answer.Length is not null || answer.Content is not null))
        {
            context.Response.ContentType = answer.ContentType;
        }
    }

    private static bool MayHaveBody(HttpContext context, MockAnswer answer) =>
        answer.Status is >= 200 and not (204 or 205 or 304) || HttpMethods.IsHead(context.Request.Method);

    private static ReadOnlyMemory<byte> Bytes(MockAnswer answer) => answer.Content ?? Encoding.UTF8.GetBytes(answer.Body);
}
