using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Conformance.Spec;
using Conformance.Spec.Yaml;

namespace Conformance.Reports.Bundles;

/// <summary>
/// Whose signature counts, and whose timestamp. A key counts at the moment of signing: that of the timestamp, else the one the signer claims. A revoked key counts for what a trusted
/// timestamp shows to be older than the revocation, since whoever holds a stolen key can claim any time.
/// </summary>
public sealed class BundleTrust : IDisposable
{
    private BundleTrust(IReadOnlyList<TrustedKey> keys, X509Certificate2Collection authorities)
    {
        Keys = keys;
        Authorities = authorities;
    }

    public IReadOnlyList<TrustedKey> Keys { get; }

    /// <summary>Certificates of time-stamping authorities, or of those that issued theirs.</summary>
    public X509Certificate2Collection Authorities { get; }

    /// <exception cref="BadInputException">CF7102: no public key.</exception>
    public static BundleTrust OfKey(string pem, string name, X509Certificate2Collection? authorities = null) =>
        new([new TrustedKey(SigningKey.Public(pem, name), null, null, null, null)], authorities ?? []);

    /// <param name="text">YAML: <c>keys: [{name, key: PEM, from, until, revoked}]</c>; times as <c>2026-04-01</c> (midnight in Japan) or with time and offset.</param>
    /// <exception cref="BadInputException">CF7106 and those of YAML: what is wrong, with line and column.</exception>
    public static BundleTrust OfList(string text, string file, X509Certificate2Collection? authorities = null)
    {
        var problems = new List<Problem>();
        var root = YamlMap.Parse(text, file, problems);
        var keys = new List<TrustedKey>();
        foreach (var map in root.Maps("keys"))
        {
            var name = map.Required("name");
            var pem = map.Required("key");
            var (from, until, revoked) = (Time(map, "from"), Time(map, "until"), Time(map, "revoked"));
            map.RefuseUnknownKeys();
            if (pem.Length == 0)
            {
                continue;
            }

            try
            {
                keys.Add(new TrustedKey(SigningKey.Public(pem, name), name, from, until, revoked));
            }
            catch (BadInputException)
            {
                problems.Add(new Problem("CF7102", file, map.Line, map.Column, $"The key of {name} is no public ECDSA key on P-256 in PEM.", "Give the file that `conformance bundle key` wrote beside the private key."));
            }
        }

        root.RefuseUnknownKeys();
        if (keys.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem("CF7106", file, 1, 1, "The list names no key, so nothing could be verified.", "Write keys: [{name: …, key: …}]."));
        }

        return problems.Count == 0 ? new BundleTrust(keys, authorities ?? []) : throw new BadInputException(problems);

        DateTimeOffset? Time(YamlMap map, string key)
        {
            if (map.Optional(key) is not { Length: > 0 } value)
            {
                return null;
            }

            if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return new DateTimeOffset(day, TimeOnly.MinValue, JapanTime.Offset);
            }

            if (DateTimeOffset.TryParseExact(value, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return time;
            }

            problems.Add(new Problem("CF7106", file, map.Line, map.Column, $"{key}: 「{value}」 is no time.", "Write 2026-04-01, or 2026-04-01T09:00:00+09:00."));
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var key in Keys)
        {
            key.Key.Dispose();
        }
    }

    internal (TrustedKey Key, byte[] Payload)? Opens(DsseEnvelope envelope)
    {
        foreach (var key in Keys)
        {
            if (envelope.Open(key.Key) is { } payload)
            {
                return (key, payload);
            }
        }

        return null;
    }

    /// <exception cref="BrokenBundleException">The key did not count then.</exception>
    internal static void RequireValid(TrustedKey key, DateTimeOffset? stamped, DateTimeOffset claimed)
    {
        var signed = stamped ?? claimed;
        if (key.Revoked is { } revoked && (stamped is null || stamped >= revoked))
        {
            throw new BrokenBundleException(BundleFolder.Attestation, BundleFault.KeyRefused, string.Create(CultureInfo.InvariantCulture, $"the key of {key.Name} was revoked at {revoked:u}, and no timestamp shows that the signature is older"));
        }

        if (signed < key.From || signed >= key.Until)
        {
            throw new BrokenBundleException(BundleFolder.Attestation, BundleFault.KeyRefused, string.Create(CultureInfo.InvariantCulture, $"signed at {signed:u}, the key of {key.Name} counts from {key.From:u} until {key.Until:u}"));
        }
    }
}
