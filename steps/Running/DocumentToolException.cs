namespace Conformance.Steps.Running;

/// <summary>The program that reads documents is missing: cause configuration.</summary>
public sealed class DocumentToolException(string message) : Exception(message);
