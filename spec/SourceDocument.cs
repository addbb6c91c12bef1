namespace Conformance.Spec;

/// <summary>A document that a standard was transcribed from.</summary>
/// <param name="Sha256">Lower-case hex of the file that was read.</param>
public sealed record SourceDocument(string Name, string Edition, string Sha256);
