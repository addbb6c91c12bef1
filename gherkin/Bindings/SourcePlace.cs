namespace Conformance.Gherkin;

/// <summary>Where a method is written, from the debug symbols beside its assembly; without them the method's name has to do.</summary>
/// <param name="File">As the compiler recorded it; empty without symbols.</param>
/// <param name="Line">One-based line of the first statement; 0 without symbols.</param>
public sealed record SourcePlace(string File, int Line);
