using System.Net;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Api;

/// <summary>The HTTP client for a product: no proxy, no cookies, no redirects, TLS as the profile asks.</summary>
internal static class HttpLine
{
    /// <param name="host">Whose certificate it is.</param>
    public static HttpClient Open(ApiProfile profile, string host)
    {
#pragma warning disable CA2000 // The client owns its handler.
        var client = new HttpClient(new SocketsHttpHandler
        {
            // No header that only a program under observation would send.
            ActivityHeadersPropagator = null,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            SslOptions = ServerTrust.Options(profile.Tls, "api", host),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (profile.UserAgent is { Length: > 0 } name)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", name);
        }

        return client;
#pragma warning restore CA2000
    }
}
