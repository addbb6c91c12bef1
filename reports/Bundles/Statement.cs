using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Bundles;

/// <summary>An in-toto statement (https://in-toto.io/Statement/v1) whose one subject is the manifest.</summary>
internal sealed record Statement(
    [property: JsonPropertyName("_type")] string Type, IReadOnlyList<StatementSubject> Subject, string PredicateType, StatementPredicate Predicate)
{
    private const string V1 = "https://in-toto.io/Statement/v1";
    private const string OfBundle = "urn:conformance:bundle:1";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static byte[] About(byte[] manifest, BundleManifest content) => JsonSerializer.SerializeToUtf8Bytes(
        new Statement(V1, [new StatementSubject(BundleFolder.Manifest, new Dictionary<string, string> { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(manifest)) })],
            OfBundle, new StatementPredicate(content.Created, content.Tool, content.Runs)), Format);

    /// <returns>SHA-256 of the manifest it speaks of; null where it is no such statement.</returns>
    public static string? ManifestHash(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize<Statement>(payload, Format) is { Type: V1, PredicateType: OfBundle } statement
                && statement.Subject.SingleOrDefault(subject => subject.Name == BundleFolder.Manifest) is { } subject
                ? subject.Digest.GetValueOrDefault("sha256")
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

internal sealed record StatementSubject(string Name, IReadOnlyDictionary<string, string> Digest);

/// <summary>Repeated from the manifest, so that whoever reads the statement alone knows what it is about.</summary>
internal sealed record StatementPredicate(DateTimeOffset Created, string Tool, IReadOnlyList<BundledRun> Runs);
