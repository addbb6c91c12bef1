using System.Net;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Api;

/// <summary>The HTTP client for a product: no proxy, no cookies, no redirects, TLS as the profile asks.</summary>
internal static class HttpLine
{
    /// <param name="host">Whose certificate it is.</param>
    public static HttpClient Open(ApiProfile profile, string host) => Open(profile.Tls, "api", host);

    /// <param name="surface"><c>api</c> or <c>ui</c>: where the profile names the authority.</param>
    /// <param name="host">Whose certificate it is.</param>
    public static HttpClient Open(TlsProfile tls, string surface, string host)
    {
#pragma warning disable CA2000 // The client owns its handler.
        return new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            SslOptions = ServerTrust.Options(tls, surface, host),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
    }
}
