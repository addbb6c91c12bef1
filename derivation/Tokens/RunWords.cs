using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>What the path of a run says about a decision that nobody described.</summary>
internal static class RunWords
{
    public static DecisionOutcome Outcome(string id, string name) => new(id, Word(name.Length > 0 ? name : id), "", []);

    public static DecisionOutcome Outcome(IReadOnlyList<FlowEdge> edges) => edges.Count == 0 ? Outcome("", "なし") : Outcome(edges[0].Id, Together(edges));

    public static DecisionOutcome Outcome(string id, string name, IReadOnlyList<FlowEdge> edges) =>
        edges.Count == 0 ? Outcome(id, name) : Outcome(id, (name.Length > 0 ? name : id) + "+" + Together(edges));

    private static string Together(IReadOnlyList<FlowEdge> edges) => string.Join('+', edges.Select(edge => edge.Name.Length > 0 ? edge.Name : edge.Id));

    // It becomes part of a tag, and a blank would end it.
    private static string Word(string text) => string.Join('_', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
