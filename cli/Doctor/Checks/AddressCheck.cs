using System.Net;
using System.Net.Sockets;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>Whether a name resolves, a server takes connections there, and its certificate is one to trust: one failure is the root of all that follows.</summary>
internal static class AddressCheck
{
    public const string Resolving = "name";
    public const string Connecting = "connection";

    private static readonly Bilingual Why = new("ここに届かなければ、何も確かめられない。", "Without it nothing can be shown.");

    /// <param name="place">Where the profile gives it: <c>api.base</c>, <c>ui.base</c>, <c>api.auth.server</c>.</param>
    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(Uri address, string place, TlsProfile tls, NetworkRoute route, bool direct, TimeProvider time, CancellationToken cancellationToken)
    {
        var findings = new List<PreflightFinding>();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Examination.Patience);
        findings.Add(await ResolveAsync(address, place, route, direct, deadline.Token, cancellationToken));
        if (findings.FirstFailure() is null)
        {
            findings.Add(await ConnectAsync(address, place, route, direct, deadline.Token, cancellationToken));
        }

        if (findings.FirstFailure() is null)
        {
            findings.AddRange(await CertificateCheck.LookAsync(address, place, tls, route, direct, time, cancellationToken));
        }

        return findings;
    }

    private static async Task<PreflightFinding> ResolveAsync(Uri address, string place, NetworkRoute route, bool direct, CancellationToken deadline, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(address.IdnHost, out _))
        {
            return Findings.Ok(Resolving, address.Host, new Bilingual($"{address.Host} はIPアドレスである。", $"{address.Host} is an IP address."));
        }

        if (route.IsProxied(address.IdnHost) && !direct)
        {
            return Findings.Ok(Resolving, address.Host, new Bilingual($"{address.Host} はプロキシが解決する。", $"{address.Host} is resolved by the proxy."));
        }

        if (route.Fixed(address.IdnHost) is { } given)
        {
            return Findings.Ok(Resolving, address.Host, new Bilingual($"{address.Host} は対象プロファイルの network.hosts で {given} である。", $"{address.Host} is {given} by network.hosts of the profile."));
        }

        try
        {
            var found = await Dns.GetHostAddressesAsync(address.IdnHost, deadline);
            return Findings.Ok(Resolving, address.Host, new Bilingual($"{address.Host} は {string.Join("、", found.Select(ip => ip.ToString()))} である。", $"{address.Host} is {string.Join(", ", found.Select(ip => ip.ToString()))}."));
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Findings.Failure(Resolving, address.Host, CauseKind.Configuration,
                new Bilingual($"名前 {address.Host} を解決できない（{e.Message}）。", $"The name {address.Host} does not resolve ({e.Message})."), Why,
                new Bilingual($"{place} の綴りと、この機械のDNSやhostsの設定を確かめる。", $"Check the spelling in {place}, and the name servers or the hosts file of this machine."));
        }
    }

    private static async Task<PreflightFinding> ConnectAsync(Uri address, string place, NetworkRoute route, bool direct, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var server = address.GetLeftPart(UriPartial.Authority);
        try
        {
            using var socket = direct ? await route.ReachDirectlyAsync(address, deadline) : await route.ReachAsync(address, deadline);
            return Findings.Ok(Connecting, server, new Bilingual($"{server} に接続できる。", $"{server} takes connections."));
        }
        catch (SocketException e)
        {
            return Findings.Failure(Connecting, server, CauseKind.Environment,
                new Bilingual($"対象 {server} が応答しない：{e.Message}。", $"The target {server} does not answer: {e.Message}."), Why,
                e.SocketErrorCode == SocketError.ConnectionRefused
                    ? new Bilingual($"製品を起動する。起動しているなら、{place} のポートを確かめる。", $"Start the product; where it runs, check the port in {place}.")
                    : route.IsProxied(address.IdnHost) && !direct ? new Bilingual("network.proxy の宛先と、プロキシの様子を確かめる。", "Check the address in network.proxy, and how the proxy is.")
                    : new Bilingual($"製品の機械、経路、ファイアウォールを確かめる。宛先は {place} にある。", $"Check the product's machine, the route and firewalls. The address is in {place}."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Findings.Failure(Connecting, server, CauseKind.Environment,
                new Bilingual($"対象 {server} が {Examination.Patience.TotalSeconds} 秒以内に応答しない。", $"The target {server} did not answer within {Examination.Patience.TotalSeconds} s."), Why,
                new Bilingual("ファイアウォールやVPNが通信を捨てていないか確かめる。", "See whether a firewall or a VPN drops the packets."));
        }
    }
}
