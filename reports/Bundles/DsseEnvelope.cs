using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Reports.Bundles;

/// <summary>A signed payload: DSSE 1.0 (https://github.com/secure-systems-lab/dsse). What is signed is type and content together.</summary>
internal sealed record DsseEnvelope(string PayloadType, string Payload, IReadOnlyList<DsseSignature> Signatures)
{
    public const string InToto = "application/vnd.in-toto+json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NewLine = "\n",
    };

    public static DsseEnvelope Sign(string type, byte[] payload, SigningKey key) =>
        new(type, Convert.ToBase64String(payload), [new DsseSignature(key.Id, Convert.ToBase64String(key.Sign(Encode(type, payload))))]);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    /// <returns>Null where the bytes are no envelope.</returns>
    public static DsseEnvelope? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            // Only as it is written: what is not signed (names, spaces) leaves no room for anything.
            return JsonSerializer.Deserialize<DsseEnvelope>(json, Format) is { } envelope && json.SequenceEqual(envelope.ToJson()) ? envelope : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The payload where one of the signatures is the key's; else null.</returns>
    public byte[]? Open(SigningKey key)
    {
        if (PayloadType != InToto || Bytes(Payload) is not { } payload)
        {
            return null;
        }

        var signed = Encode(PayloadType, payload);
        return Signatures.Any(signature => signature.Keyid == key.Id && Bytes(signature.Sig) is { } bytes && key.Verifies(signed, bytes)) ? payload : null;
    }

    /// <summary>What a timestamp vouches for: the first signature.</summary>
    public byte[] FirstSignature() => Signatures.Count > 0 && Bytes(Signatures[0].Sig) is { } bytes ? bytes : [];

    // PAE of the DSSE protocol: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body.
    private static byte[] Encode(string type, byte[] payload)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }

    private static byte[]? Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <param name="Keyid">SHA-256 of the public key.</param>
/// <param name="Sig">Base64 of the DER signature.</param>
internal sealed record DsseSignature(string Keyid, string Sig);
