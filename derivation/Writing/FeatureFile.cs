namespace Conformance.Derivation.Writing;

/// <summary>A derived feature.</summary>
/// <param name="Path">Relative to <c>features/</c>, with forward slashes.</param>
/// <param name="Text">UTF-8, LF.</param>
public sealed record FeatureFile(string Path, string Text);
