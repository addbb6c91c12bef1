namespace Conformance.Spec.Contracts;

/// <summary>What holds while two editions of the role's interface run side by side: the same data is behind both.</summary>
/// <param name="Basis">What the expectation rests on that what is written through one is seen through the other.</param>
/// <param name="Source">Document, section, sheet or row.</param>
/// <param name="Units">Functions or flow steps whose scenarios are run across both.</param>
/// <param name="Reads">Exchanges that are performed through the edition that reads; all others go through the one that writes.</param>
public sealed record SideBySide(Basis Basis, string Source, IReadOnlyList<string> Units, IReadOnlyList<string> Reads);
