using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Mocks;

/// <summary>Reads a request off the line.</summary>
internal static class Intake
{
    /// <summary>The request without its body.</summary>
    public static MockRequest Head(HttpContext context)
    {
        // The path as sent: what the framework decodes would hide how the target writes it.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (!target.StartsWith('/'))
        {
            target = context.Request.Path + context.Request.QueryString.ToUriComponent();
        }

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(context.Request.Headers.Count, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string[]>? repeated = null;
        foreach (var (name, values) in context.Request.Headers)
        {
            headers.Add(name, values.ToString());
            if (values.Count > 1)
            {
                (repeated ??= new(StringComparer.OrdinalIgnoreCase))[name] = values.ToArray()!;
            }
        }

        return new MockRequest(context.Request.Method, mark < 0 ? target : target[..mark], mark < 0 ? "" : target[(mark + 1)..], headers, "")
        {
            Repeated = repeated,
            Caller = context.Connection.RemoteIpAddress?.ToString() ?? "",
            Scheme = context.Request.Scheme,
        };
    }

    /// <exception cref="BadHttpRequestException">The body is too large, wrongly framed, or its end is missing.</exception>
    /// <exception cref="IOException">The line broke.</exception>
    public static async ValueTask<MockRequest> WithBodyAsync(HttpContext context, MockRequest head, int largest)
    {
        if (context.Request.ContentLength is null or 0 && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return head;
        }

        using var buffer = new MemoryStream((int)Math.Clamp(context.Request.ContentLength ?? 0, 0, largest));
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        ReadOnlyMemory<byte> content = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return head with { Content = content, Body = Encoding.UTF8.GetString(content.Span), IsUtf8 = Utf8.IsValid(content.Span) };
    }
}
