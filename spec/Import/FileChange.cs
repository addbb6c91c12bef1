namespace Conformance.Spec.Import;

/// <summary>What an import does to one file of the standard.</summary>
/// <param name="Path">Relative to the standard's folder, with slashes.</param>
/// <param name="Added">Lines that the new text has and the old one lacks.</param>
/// <param name="Removed">Lines that the old text has and the new one lacks.</param>
/// <param name="Content">The new text.</param>
public sealed record FileChange(string Path, FileChangeKind Kind, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, string Content);

public enum FileChangeKind
{
    Unchanged,
    Created,
    Changed,
}
