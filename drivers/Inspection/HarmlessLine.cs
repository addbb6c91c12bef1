using System.Net.Http.Headers;
using System.Text;
using Conformance.Drivers.Api;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Inspection;

/// <summary>
/// Asks a target what is there and never with a credential: GET of an address, OPTIONS of an address (RFC 9110, 9.2.1: both are safe), or a method with a body
/// that is no JSON. A product that checks either the credential or the body has nothing that it could do with such a call.
/// </summary>
public sealed class HarmlessLine : IDisposable
{
    private readonly HttpClient _client;
    private readonly NetworkRoute _route;
    private readonly Uri _base;
    private readonly TimeProvider _time;

    /// <param name="surface"><c>api</c> or <c>ui</c>.</param>
    /// <param name="direct">Past the proxy.</param>
    /// <param name="patience">For one answer.</param>
    public HarmlessLine(LateText address, TlsProfile tls, string surface, NetworkRoute route, bool direct, Secrets secrets, TimeSpan patience, TimeProvider time)
    {
        _route = route;
        _base = address.RevealAddress(secrets);
        _client = HttpLine.Open(tls, surface, _base.IdnHost, route, direct);
        _client.Timeout = patience;
        _time = time;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>GET without a credential.</summary>
    /// <exception cref="TargetUnreachableException">No answer.</exception>
    public Task<HarmlessAnswer> GetAsync(string path, CancellationToken cancellationToken) => AskAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>OPTIONS without a credential.</summary>
    /// <exception cref="TargetUnreachableException">No answer.</exception>
    public Task<HarmlessAnswer> OptionsAsync(string path, CancellationToken cancellationToken) => AskAsync(HttpMethod.Options, path, null, cancellationToken);

    /// <summary>POST, PUT or PATCH without a credential and with a text that is no JSON.</summary>
    /// <exception cref="TargetUnreachableException">No answer.</exception>
    public Task<HarmlessAnswer> UnreadableAsync(string method, string path, CancellationToken cancellationToken) =>
        method is "POST" or "PUT" or "PATCH"
            ? AskAsync(new HttpMethod(method), path, new StringContent("{", Encoding.UTF8, "text/plain"), cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(method), method, "A method that does something without a body is never tried.");

    private async Task<HarmlessAnswer> AskAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_base, path.TrimStart('/'))) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.5));
        await _route.PaceAsync(cancellationToken).ConfigureAwait(false);
        var (started, clock) = (_time.GetUtcNow(), _time.GetTimestamp());
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var took = _time.GetElapsedTime(clock);
            return new HarmlessAnswer(
                (int)response.StatusCode, [.. response.Content.Headers.Allow.Select(allowed => allowed.ToUpperInvariant())], response.Headers.Date,
                response.Headers.Location?.ToString(), started + (took / 2), took);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TargetUnreachableException($"no answer within {_client.Timeout.TotalSeconds:0.###} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            var (told, untrusted) = ServerTrust.Explain(e);
            throw new TargetUnreachableException(told, e) { Untrusted = untrusted };
        }
    }
}
