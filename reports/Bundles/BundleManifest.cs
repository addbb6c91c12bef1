using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Verdicts;

namespace Conformance.Reports.Bundles;

/// <summary>What a bundle (証跡一式) holds: the runs it stands for and every file with its hash. Its own hash is what is signed.</summary>
/// <param name="Created">UTC.</param>
/// <param name="Tool">Version of the program that wrote it.</param>
/// <param name="Files">Ordered by path.</param>
public sealed record BundleManifest(int Schema, DateTimeOffset Created, string Tool, IReadOnlyList<BundledRun> Runs, IReadOnlyList<BundleEntry> Files)
{
    /// <summary>Version of the format that this code writes and reads.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NewLine = "\n",
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    /// <returns>Null where the bytes are no manifest of this version.</returns>
    public static BundleManifest? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<BundleManifest>(json, Format) is { Schema: CurrentSchema } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One run of the bundle, as its result names it.</summary>
/// <param name="Class">designatedCity, coreCity or other.</param>
/// <param name="Verdict">The word of <c>result.json</c>.</param>
/// <param name="VerdictText">The sentence with its denominators.</param>
public sealed record BundledRun(
    string Id, int Seed, string Standard, string StandardName, string Edition, string StandardStatus, string Role, string Class, string Product, string ProductVersion,
    DateTimeOffset Started, DateTimeOffset Finished, string Verdict, string VerdictText)
{
    /// <summary>Digests of what the run was made with; null where the result does not know them.</summary>
    public RunInputs? Inputs { get; init; }

    public static BundledRun Of(RunInfo run) => new(
        run.Id, run.Seed, run.Standard, run.StandardName, run.Edition, run.StandardStatus, run.Role, JsonNamingPolicy.CamelCase.ConvertName(run.Class.ToString()),
        run.Product, run.ProductVersion, run.Started, run.Finished, JsonNamingPolicy.CamelCase.ConvertName(run.Verdict.ToString()), run.VerdictText)
    {
        Inputs = run.Inputs,
    };
}
