namespace Conformance.Spec.Flows;

/// <summary>Who decides at a gateway, and which data lead to each outcome.</summary>
/// <param name="By">Lane.</param>
public sealed record Decision(string By, IReadOnlyList<DecisionOutcome> Outcomes);

/// <param name="Edge">ID of the sequence flow taken.</param>
/// <param name="Exchange">What the deciding person does then, where the target plays the deciding lane; empty where nothing.</param>
public sealed record DecisionOutcome(string Edge, string Answer, string Exchange, IReadOnlyList<DataClass> Classes);

/// <summary>データの区分: people such that the outcome is taken; each is a scenario of its own.</summary>
/// <param name="Id">ASCII word, part of the scenario ID.</param>
public sealed record DataClass(string Id, string Name);
