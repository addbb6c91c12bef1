namespace Conformance.Derivation.Drawing;

/// <summary>What is painted on the diagram of a process.</summary>
/// <param name="Title">Of the process.</param>
/// <param name="Routes">Walks or runs, with what is said about each.</param>
/// <param name="Marked">Elements of the proof, with what is said about each.</param>
/// <param name="Uncovered">Elements that nothing covers, with the reason.</param>
public sealed record DrawnSuite(
    string Title, IReadOnlyList<DrawnRoute> Routes, IReadOnlyDictionary<string, string> Marked, IReadOnlyDictionary<string, string> Uncovered);

/// <param name="Nodes">IDs, in order.</param>
/// <param name="Edges">IDs of sequence flows.</param>
public sealed record DrawnRoute(string Text, IReadOnlyList<string> Nodes, IReadOnlyList<string> Edges);
