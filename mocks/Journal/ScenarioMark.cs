namespace Conformance.Mocks;

/// <summary>What a scenario's own requests can be known by: its people's names, numbers and so on.</summary>
/// <param name="Scenario">ID of the scenario.</param>
/// <param name="Items">Item name as the standard prints it, to value.</param>
public sealed record ScenarioMark(string Scenario, IReadOnlyDictionary<string, string> Items);
