namespace Conformance.Gherkin;

/// <summary>What came of reading feature files: those that parse, and everything wrong with the others.</summary>
public sealed record FeatureReading(IReadOnlyList<FeatureDocument> Documents, IReadOnlyList<GherkinProblem> Problems);
