namespace Conformance.Steps.Outputs;

/// <summary>What was put out of a group, in one file or several.</summary>
/// <param name="Files">Names, with size in bytes and SHA-256. Empty: the group was not put out.</param>
/// <param name="Rows">Number of its records.</param>
/// <param name="Kept">Records of the scenario's own people, and of nobody else as far as keys tell.</param>
/// <param name="Unreadable">Why it cannot be read as UTF-8 or CSV: at most a few texts.</param>
/// <param name="Misplaced">How its columns differ from the layout.</param>
public sealed record OutputGroup(
    string Name, IReadOnlyList<string> Files, long Rows, IReadOnlyList<OutputRow> Kept, IReadOnlyList<string> Unreadable, IReadOnlyList<string> Misplaced);
