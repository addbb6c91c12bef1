using System.Globalization;
using System.Net;
using Conformance.Drivers;
using Conformance.Drivers.Inspection;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>Chain, host name and dates of a certificate, each on its own, so that all that is wrong is told at once.</summary>
internal static class CertificateCheck
{
    public const string Name = "certificate";

    /// <summary>Shorter than this and it runs out while somebody still works with the product.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private static readonly Bilingual Why = new("信頼できない相手には何も送らないので、すべて判定不能になる。", "Nothing is sent to a server that is not trusted, so everything would be inconclusive.");

    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(Uri address, string place, TlsProfile tls, NetworkRoute route, bool direct, TimeProvider time, CancellationToken cancellationToken)
    {
        var server = address.GetLeftPart(UriPartial.Authority);
        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return [IsLoopback(address)
                ? Findings.Ok(Name, server, new Bilingual("同じ機械の中なので、暗号化しなくてよい。", "Within this machine; it need not be encrypted."))
                : Findings.Warning(Name, server, CauseKind.Configuration,
                    new Bilingual($"{server} は暗号化されていない。", $"{server} is not encrypted."),
                    new Bilingual("標準は TLS 1.2 以上を求めている。秘密情報も読める形で流れる。", "The standard asks for TLS 1.2 or later; and secrets go over the line for all to read."),
                    new Bilingual($"{place} を https:// で始める。", $"Begin {place} with https://."))];
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Examination.Patience);
        try
        {
            return Judge(await CertificateInspection.LookAsync(address, tls, place[..place.IndexOf('.', StringComparison.Ordinal)], route, direct, deadline.Token), address, place, tls, time.GetUtcNow());
        }
        catch (TargetUnreachableException e)
        {
            return [Findings.Failure(Name, server, e.Untrusted ? CauseKind.Configuration : CauseKind.Environment,
                new Bilingual($"{server} とTLSで接続できない：{e.Message}", $"No TLS connection to {server}: {e.Message}"), Why,
                new Bilingual($"ポートがTLSのものか、製品が TLS {tls.Minimum} 以上を話すかを確かめる。", $"See whether the port speaks TLS at all, and TLS {tls.Minimum} or later."))];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Findings.Failure(Name, server, CauseKind.Environment,
                new Bilingual($"{server} のTLSの応答が {Examination.Patience.TotalSeconds} 秒以内に終わらない。", $"The TLS handshake with {server} did not end within {Examination.Patience.TotalSeconds} s."), Why,
                new Bilingual("ポートがTLSのものか確かめる。", "See whether the port speaks TLS."))];
        }
    }

    private static List<PreflightFinding> Judge(CertificateSight seen, Uri address, string place, TlsProfile tls, DateTimeOffset now)
    {
        var (server, surface) = (address.GetLeftPart(UriPartial.Authority), place[..place.IndexOf('.', StringComparison.Ordinal)]);
        var dates = string.Create(CultureInfo.InvariantCulture, $"{seen.NotBefore:yyyy-MM-dd}–{seen.NotAfter:yyyy-MM-dd}");
        var findings = new List<PreflightFinding>();
        if (seen.Chain.Count > 0)
        {
            var why = string.Join(", ", seen.Chain);
            findings.Add(Findings.Failure(Name, server, CauseKind.Configuration,
                new Bilingual($"{address.Host} の証明書（発行者 {seen.Issuer}）は信頼できない（{why}）。", $"The certificate of {address.Host}, issued by {seen.Issuer}, is not trusted ({why})."), Why,
                tls.CaFile is { } file
                    ? new Bilingual($"{file} にある認証局が発行したものではない。発行した認証局の証明書をそのファイルに入れる。", $"The authorities in {file} did not issue it: put the certificate of the one that did into that file.")
                    : new Bilingual($"発行した認証局の証明書をPEMファイルにし、{surface}.tls.ca に書く。", $"Put the certificate of the authority that issued it into a PEM file and name it in {surface}.tls.ca.")));
        }

        if (seen.WrongHost)
        {
            var names = string.Join(", ", seen.Names);
            findings.Add(Findings.Failure(Name, server, CauseKind.Configuration,
                new Bilingual($"証明書は {address.Host} のものではなく、{names} のものである。", $"The certificate is not for {address.Host}, but for {names}."), Why,
                new Bilingual($"{place} にその名前を書くか、この名前の証明書を発行してもらう。", $"Write one of these names in {place}, or have a certificate issued for this one.")));
        }

        if (now < seen.NotBefore || now > seen.NotAfter)
        {
            findings.Add(Findings.Failure(Name, server, CauseKind.Configuration,
                new Bilingual($"{address.Host} の証明書（またはその上位）の期間は {dates} である。", $"The certificate of {address.Host}, or one above it, is valid {dates} only."), Why,
                new Bilingual("証明書を更新する。期間内のはずなら、この機械の時計を合わせる。", "Renew it; where it should be valid, set the clock of this machine.")));
        }
        else if (seen.NotAfter - now < Soon)
        {
            var days = (int)(seen.NotAfter - now).TotalDays;
            findings.Add(Findings.Warning(Name, server, CauseKind.Configuration,
                new Bilingual($"{address.Host} の証明書はあと {days} 日で切れる（{dates}）。", $"The certificate of {address.Host} ends in {days} days ({dates})."),
                new Bilingual("切れると、すべて判定不能になる。", "Once it has ended everything is inconclusive."),
                new Bilingual("更新の予定を確かめる。", "See to its renewal.")));
        }

        return findings.Count > 0 ? findings : [Findings.Ok(Name, server, new Bilingual($"証明書は信頼でき、{seen.NotAfter:yyyy-MM-dd} まで有効（{seen.Protocol}）。", $"The certificate is trusted and valid until {seen.NotAfter:yyyy-MM-dd} ({seen.Protocol})."))];
    }

    private static bool IsLoopback(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
