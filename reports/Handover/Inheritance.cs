using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Handover;

/// <summary>
/// A municipality's system that inherits what was shown of its product: with which differences of parameters, and what has to be shown again there. Nothing is inherited that the product itself
/// was not shown.
/// </summary>
/// <param name="Business">The business (業務) for which the municipality uses the product.</param>
/// <param name="Parameters">Every parameter that the municipality names, the same or not.</param>
public sealed record Inheritance(int Schema, string Municipality, MunicipalityClass Class, string Business, DateTimeOffset Written, IReadOnlyList<InheritedRun> Runs, IReadOnlyList<ParameterDifference> Parameters)
{
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";
}

/// <summary>One run that is inherited from.</summary>
/// <param name="Result">SHA-256 of the <c>result.json</c>, or of the bundle, that this rests on, in hexadecimal.</param>
/// <param name="Class">For which the product was set up in the run.</param>
/// <param name="Inherited">Units shown of the product on which none of the differences has a bearing.</param>
/// <param name="Again">Units to be shown again with the municipality's own parameters.</param>
/// <param name="NeverShown">Units that the product itself was not shown to conform in.</param>
public sealed record InheritedRun(
    string Id, string Result, string Standard, string Edition, string StandardStatus, string Role, string Product, string ProductVersion, MunicipalityClass Class, VerdictKind Verdict, string VerdictText,
    IReadOnlyList<InheritedUnit> Inherited, IReadOnlyList<InheritedUnit> Again, IReadOnlyList<InheritedUnit> NeverShown)
{
    /// <summary>The edition of the interface that the result is of; null where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InterfaceEdition? Interface { get; init; }
}

/// <summary>One function or flow step.</summary>
/// <param name="Because">The differences that bear on it; empty where none does.</param>
public sealed record InheritedUnit(string Id, string Name, VerdictKind Verdict, IReadOnlyList<string> Because);

/// <summary>One parameter.</summary>
/// <param name="Product">Its value in the run; null where it is not known.</param>
/// <param name="Here">Its value at the municipality.</param>
/// <param name="Bears">On which units it bears; null where nobody says, and it then counts as bearing on all.</param>
public sealed record ParameterDifference(string Name, string? Product, string Here, bool Differs, IReadOnlyList<string>? Bears);
