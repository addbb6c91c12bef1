using System.Text.Json.Serialization;
using Conformance.Gherkin;

namespace Conformance.Cli.Recording;

/// <summary>One scenario on one surface, the same in every run of the same standard.</summary>
internal readonly record struct ScenarioKey(string Id, string Driver)
{
    /// <summary>Of a list of scenarios from several editions of an interface: which edition; null where there is one, and within one run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Edition { get; init; }

    /// <summary>The stable ID stands in brackets at the beginning of the title; a scenario without one is known by its file and line.</summary>
    public static ScenarioKey Of(Pickle pickle, string pass)
    {
        var end = pickle.Name.IndexOf(']', StringComparison.Ordinal);
        return new(pickle.Name.StartsWith('[') && end > 0 ? pickle.Name[1..end] : pickle.Id, pass);
    }
}
