using System.Globalization;

namespace Conformance.Cli.Commands.Testing;

/// <summary>A test project: a program that runs its own tests and writes an XML report.</summary>
/// <param name="ProjectFile">The project file.</param>
/// <param name="Program">The built program.</param>
internal sealed record TestProject(string Name, string ProjectFile, string Program)
{
    /// <summary>Those whose code runs in processes of its own, where nobody counts lines.</summary>
    private static readonly string[] Elsewhere = ["Conformance.Cli.Tests"];

    /// <summary>Those that drive browsers and servers, which counting slows down.</summary>
    private static readonly string[] Slow = ["Conformance.Drivers.Tests", "Conformance.Reference.Tests", "Conformance.Reports.Tests", "Conformance.Steps.Tests"];

    /// <summary>Whether its lines are counted.</summary>
    /// <param name="quick">Only where that costs little.</param>
    public bool IsCounted(bool quick) => !Elsewhere.Contains(Name) && !(quick && Slow.Contains(Name));

    /// <summary>Far beyond what any of them takes: a deadlock must end, too.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(12);

    /// <summary>The projects under <c>tests/</c>, by name.</summary>
    public static IReadOnlyList<TestProject> All(ProjectFolders folders, string configuration)
    {
        var root = Path.Combine(folders.Root, "tests");
        return !Directory.Exists(root) ? [] :
            [.. Directory.GetFiles(root, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(project => new TestProject(
                Path.GetFileNameWithoutExtension(project),
                project,
                Path.Combine(Path.GetDirectoryName(project)!, "bin", configuration, "net10.0", Path.GetFileNameWithoutExtension(project) + ".dll")))];
    }

    /// <summary>Runs all its tests; what it prints goes to a log in <paramref name="results"/>.</summary>
    /// <param name="coverage">Folder for a Cobertura file of the lines that ran; null where they are not counted.</param>
    public async Task<TestOutcome> RunAsync(string results, string configuration, string? coverage, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(Program))
        {
            return TestOutcome.Broken(Name, $"It was not built: {Program} is missing.", TimeSpan.Zero);
        }

        var report = Path.Combine(results, Name + ".xml");
        File.Delete(report);
        var started = time.GetTimestamp();
        var counted = coverage is not null;
        IReadOnlyList<string> arguments = counted
            ? ["test", ProjectFile, "-c", configuration, "--no-build", "--collect", "Code Coverage;Format=Cobertura", "--logger", $"trx;LogFileName={report}", "--results-directory", Path.Combine(coverage!, Name), "-nodeReuse:false"]
            : [Program, "-noLogo", "-noColor", "-xml", report];
        var (exitCode, finished) = await DotnetProcess.RunAsync(arguments, Path.Combine(results, Name + ".log"), Deadline, cancellationToken);
        if (!finished)
        {
            return TestOutcome.Broken(Name, string.Create(CultureInfo.InvariantCulture, $"It was not finished after {Deadline.TotalMinutes} minutes and was ended."), time.GetElapsedTime(started));
        }

        var text = File.Exists(report) ? await File.ReadAllTextAsync(report, cancellationToken) : "";
        return (counted ? TestOutcome.ReadTrx(Name, text, exitCode) : TestOutcome.Read(Name, text, exitCode)) with { Duration = time.GetElapsedTime(started) };
    }
}
