using System.Net;
using Microsoft.Extensions.Primitives;

namespace Conformance.Mocks;

/// <summary>Passes requests on to another server and its answers back.</summary>
internal sealed class StubForwarding : IDisposable
{
    // Of one hop only (RFC 9110 section 7.6.1), or written anew by whoever sends.
    private static readonly HashSet<string> OwnHeaders = new(
        ["Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Host", "Content-Length"], StringComparer.OrdinalIgnoreCase);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });

    public void Dispose() => client.Dispose();

    public async Task<MockAnswer> ForwardAsync(StubProxy proxy, StubRequest request, CancellationToken cancellationToken)
    {
        var path = proxy.Prefix.Length > 0 && request.Url.StartsWith(proxy.Prefix, StringComparison.Ordinal) ? request.Url[proxy.Prefix.Length..] : request.Url;
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), proxy.Base + path) { Content = new ReadOnlyMemoryContent(request.Content) };
        foreach (var (name, value) in request.Headers.Where(header => !OwnHeaders.Contains(header.Key) && !proxy.Removed.Contains(header.Key.ToLowerInvariant()))
            .Concat(proxy.Added))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, value))
            {
                forwarded.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        try
        {
            using var response = await client.SendAsync(forwarded, cancellationToken);
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return MockAnswer.Of((int)response.StatusCode, "", content) with
            {
                RepeatedHeaders = [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Where(header => !OwnHeaders.Contains(header.Key))
                    .Select(header => KeyValuePair.Create(header.Key, new StringValues([.. header.Value])))],
            };
        }
        catch (HttpRequestException failed)
        {
            return new MockAnswer(502, "text/plain; charset=UTF-8", $"{proxy.Base} does not answer: {failed.Message}") { Reasons = [failed.Message] };
        }
    }
}
