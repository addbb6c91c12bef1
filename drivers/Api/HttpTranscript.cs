using System.Globalization;
using System.Text;
using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Api;

/// <summary>Writes a request and its response as they went over the line, without secrets.</summary>
internal static class HttpTranscript
{
    // More of a body than this tells a reader nothing.
    private const int LongestBody = 512 * 1024;

    public static string Request(HttpRequestMessage request, string? body, Secrets secrets)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri!.PathAndQuery} HTTP/{request.Version}\n");
        text.Append(CultureInfo.InvariantCulture, $"Host: {request.RequestUri.Authority}\n");
        Headers(text, request.Headers);
        Headers(text, request.Content?.Headers);
        if (body is not null)
        {
            text.Append('\n').Append(body);
        }

        return secrets.Redact(text.ToString());
    }

    public static string Response(HttpResponseMessage response, byte[] body, Secrets secrets)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n");
        Headers(text, response.Headers);
        Headers(text, response.Content.Headers);
        text.Append('\n').Append(Body(body));
        return secrets.Redact(text.ToString());
    }

    private static string Body(byte[] body)
    {
        var shown = body.AsSpan(0, Math.Min(body.Length, LongestBody));
        var text = Encoding.UTF8.GetString(shown);
        return body.Length > LongestBody ? string.Create(CultureInfo.InvariantCulture, $"{text}\n… ({body.Length} bytes)") : text;
    }

    private static void Headers(StringBuilder text, System.Net.Http.Headers.HttpHeaders? headers)
    {
        foreach (var (name, values) in headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", values)}\n");
        }
    }
}
