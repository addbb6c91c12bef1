namespace Conformance.Gherkin;

/// <summary>A parameter type that an expression names and nobody declares.</summary>
public sealed record UndefinedParameterType(string Name, string Expression);
