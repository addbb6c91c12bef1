namespace Conformance.Gherkin;

/// <summary>The feature or rule that holds a scenario.</summary>
/// <param name="Tags">Tags written at it, with <c>@</c>.</param>
public sealed record PickleParent(string Name, string Description, IReadOnlyList<string> Tags);
