namespace Conformance.Cli.Commands.Testing;

/// <summary>Which lines of this project its own tests run.</summary>
/// <param name="Folder">Where the pages go.</param>
internal sealed record CodeCoverage(string Folder)
{
    /// <summary>What the test platform counts, a folder per test project.</summary>
    public string Raw => Path.Combine(Folder, "raw");

    /// <summary>An empty folder to count into.</summary>
    public static CodeCoverage Begin(ProjectFolders folders)
    {
        var coverage = new CodeCoverage(Path.Combine(folders.Artifacts, "code-coverage"));
        if (Directory.Exists(coverage.Folder))
        {
            Directory.Delete(coverage.Folder, recursive: true);
        }

        Directory.CreateDirectory(coverage.Raw);
        return coverage;
    }

    /// <summary>Renders what was counted.</summary>
    /// <returns>One line for the console: the lines that ran of all that were looked at, and the first page.</returns>
    public async Task<string> RenderAsync(CancellationToken cancellationToken)
    {
        // Of a room whose own tests were not counted, the few lines that others run would tell nothing.
        var rooms = Directory.GetDirectories(Raw).Select(room => "+" + Path.GetFileName(room)[..^".Tests".Length]).Order(StringComparer.Ordinal);
        var page = ReportGenerator.Render(
            Path.Combine(Raw, "*", "*", "*.cobertura.xml"), Folder, "Conformance", [$"-assemblyfilters:{string.Join(';', rooms)}", "-filefilters:-*/obj/*"]);
        var summary = Path.Combine(Folder, "html", "Summary.txt");
        var figures = File.Exists(summary)
            ? (await File.ReadAllLinesAsync(summary, cancellationToken)).Select(line => line.Trim()).Where(line => line.StartsWith("Line coverage:", StringComparison.Ordinal) || line.StartsWith("Covered lines:", StringComparison.Ordinal) || line.StartsWith("Coverable lines:", StringComparison.Ordinal))
            : [];
        return string.Join(", ", figures.Append(page));
    }
}
