namespace Conformance.Gherkin;

/// <summary>One argument that an expression found in a step.</summary>
/// <param name="Text">What is handed to conversion: without quotes for <c>{string}</c>; null for a group that took no part.</param>
/// <param name="Type">The parameter type named in the expression; null in a regular expression.</param>
public sealed record MatchedArgument(string? Text, MatchedGroup Group, ParameterType? Type);
