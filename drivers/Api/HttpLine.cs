using System.Net;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Api;

/// <summary>The HTTP client for a product: no cookies, no redirects; TLS, proxy, host names and client certificates as the profile says.</summary>
internal static class HttpLine
{
    /// <param name="surface"><c>api</c> or <c>ui</c>.</param>
    /// <param name="host">Whose certificate it is.</param>
    /// <param name="direct">Past the proxy.</param>
    public static HttpClient Open(TlsProfile tls, string surface, string host, NetworkRoute route, bool direct = false)
    {
#pragma warning disable CA2000 // The client owns its handler.
        return new HttpClient(Handler(tls, surface, host, route, direct)) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000
    }

    internal static SocketsHttpHandler Handler(TlsProfile tls, string surface, string host, NetworkRoute route, bool direct)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            SslOptions = ServerTrust.Options(tls, surface, host),
        };
        route.Lay(handler, direct);
        return handler;
    }
}
