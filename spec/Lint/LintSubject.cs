namespace Conformance.Spec.Lint;

/// <summary>What the rules look at: one edition, and what it stands beside.</summary>
/// <param name="Standard">The edition that is checked.</param>
/// <param name="Earlier">Earlier editions of the same business, oldest first.</param>
/// <param name="Others">The newest edition of each other business.</param>
public sealed record LintSubject(Standard Standard, IReadOnlyList<Standard> Earlier, IReadOnlyList<Standard> Others)
{
    private IReadOnlyList<FunctionDependency>? dependencies;
    private readonly Lazy<LineIndex> lines = new(() => new LineIndex(Standard.Folder));

    public LintSubject(Standard standard)
        : this(standard, [], []) { }

    /// <summary>Found once for all rules that ask.</summary>
    internal IReadOnlyList<FunctionDependency> Dependencies => dependencies ??= FunctionDependency.Of(this);

    /// <summary>Line of a file on which a text first stands; 0 where it does not.</summary>
    public int Line(string file, string text) => lines.Value.Line(file, text);

    /// <summary>Path of a file of the standard, relative to its folder and with slashes.</summary>
    public string Relative(string file) => Path.GetRelativePath(Standard.Folder, file).Replace('\\', '/');
}
