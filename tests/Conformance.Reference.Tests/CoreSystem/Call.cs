using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.CoreSystem;

/// <summary>One call that the fake neighbour received.</summary>
/// <param name="Scope">Scope of the token that it bore.</param>
internal sealed record Call(string Path, string Scope, JsonObject Body)
{
    /// <summary>A member of the body as text, or null.</summary>
    public string? this[string member] => Body[member]?.ToString();

    /// <summary>The conditions of 照会: item to (value, match).</summary>
    public IReadOnlyDictionary<string, (string Value, string Match)> Conditions => Body["joken"]!.AsArray().ToDictionary(
        condition => condition!["komoku"]!.ToString(),
        condition => (condition!["chi"]!.ToString(), condition["itchi"]!.ToString()));
}
