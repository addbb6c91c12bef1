using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Network;

/// <summary>How the hosts of one target are reached, with everything opened that the profile names. One per target: both surfaces share its pace.</summary>
public sealed class NetworkRoute : IDisposable
{
    private readonly NetworkProfile profile;
    private readonly ClientCertificates certificates;
    private readonly Secrets secrets;

    private NetworkRoute(NetworkProfile profile, ClientCertificates certificates, Secrets secrets, TokenBucket? pace)
    {
        this.profile = profile;
        this.certificates = certificates;
        this.secrets = secrets;
        Pace = pace;
    }

    /// <summary>Null where requests may go as fast as they come.</summary>
    public TokenBucket? Pace { get; }

    /// <summary>Nothing of it concerns how a browser is started.</summary>
    internal bool IsPlain => profile.Proxy is null && profile.Hosts.Count == 0 && !certificates.Any;

    internal NetworkProfile Profile => profile;

    internal ClientCertificates Certificates => certificates;

    /// <exception cref="Conformance.Spec.BadInputException">CF5022, CF5023: a client certificate cannot be used.</exception>
    public static NetworkRoute Open(Profile profile, Secrets secrets, TimeProvider time) => new(
        profile.Network, ClientCertificates.Open(profile.Network, profile.File, secrets, time), secrets,
        profile.Environment.Rate is { } rate ? new TokenBucket(rate.Requests, rate.Per, rate.Burst, time) : null);

    /// <summary>No proxy, no names of its own, no certificates, no pace: for a target of which there is no profile yet.</summary>
    internal static NetworkRoute Straight(Secrets secrets) => new(new NetworkProfile(), ClientCertificates.Open(new NetworkProfile(), "", secrets, TimeProvider.System), secrets, null);

    /// <summary>Waits until the pace of the environment lets a request go; at once where there is none.</summary>
    public Task PaceAsync(CancellationToken cancellationToken) => Pace?.TakeAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Sets proxy, host names and client certificates of a handler.</summary>
    /// <param name="direct">Past the proxy.</param>
    internal void Lay(SocketsHttpHandler handler, bool direct)
    {
        handler.UseProxy = profile.Proxy is not null && !direct;
        if (handler.UseProxy)
        {
            var proxy = profile.Proxy!;
            handler.Proxy = new RuledProxy(proxy.Address.RevealAddress(secrets), proxy.Except)
            {
                Credentials = proxy.User is null ? null : new NetworkCredential(proxy.User.RevealUnregistered(secrets), proxy.Password!.Reveal(secrets)),
            };
        }

        if (profile.Hosts.Count > 0)
        {
            handler.ConnectCallback = ConnectAsync;
        }

        if (certificates.Any)
        {
            handler.SslOptions.LocalCertificateSelectionCallback = (_, host, _, _, _) => certificates.For(host)!;
        }
    }

    /// <summary>Opens a TCP connection to where the name leads.</summary>
    internal async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (profile.Hosts.TryGetValue(host, out var address))
            {
                await socket.ConnectAsync(IPAddress.Parse(address), port, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await socket.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Opens a TCP connection to a host, or to the proxy before it.</summary>
    /// <exception cref="SocketException">Nobody is there.</exception>
    public Task<Socket> ReachAsync(Uri address, CancellationToken cancellationToken)
    {
        var nearest = IsProxied(address.IdnHost) ? profile.Proxy!.Address.RevealAddress(secrets) : address;
        return ConnectAsync(nearest.IdnHost, nearest.Port, cancellationToken);
    }

    /// <summary>The same past the proxy.</summary>
    /// <exception cref="SocketException">Nobody is there.</exception>
    public Task<Socket> ReachDirectlyAsync(Uri address, CancellationToken cancellationToken) => ConnectAsync(address.IdnHost, address.Port, cancellationToken);

    /// <summary>The address that the profile gives a host; null where DNS is asked.</summary>
    public string? Fixed(string host) => profile.Hosts.GetValueOrDefault(host);

    /// <summary>Whether a host is reached through the proxy.</summary>
    public bool IsProxied(string host) => profile.Proxy is { } proxy && !proxy.Except.Any(pattern => pattern.Fits(host));

    public void Dispose() => certificates.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        new NetworkStream(await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false), ownsSocket: true);

    private sealed class RuledProxy(Uri address, IReadOnlyList<HostPattern> except) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => except.Any(pattern => pattern.Fits(host.IdnHost));
    }
}
