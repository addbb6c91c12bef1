using System.Globalization;

namespace Conformance.Cli.Commands.Testing;

/// <summary>A test project: a program that runs its own tests and writes an XML report.</summary>
internal sealed record TestProject(string Name, string Program)
{
    /// <summary>Far beyond what any of them takes: a deadlock must end, too.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(8);

    /// <summary>The projects under <c>tests/</c>, by name.</summary>
    public static IReadOnlyList<TestProject> All(ProjectFolders folders, string configuration)
    {
        var root = Path.Combine(folders.Root, "tests");
        return !Directory.Exists(root) ? [] :
            [.. Directory.GetFiles(root, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(project => new TestProject(
                Path.GetFileNameWithoutExtension(project),
                Path.Combine(Path.GetDirectoryName(project)!, "bin", configuration, "net10.0", Path.GetFileNameWithoutExtension(project) + ".dll")))];
    }

    /// <summary>Runs all its tests; what it prints goes to a log in <paramref name="results"/>.</summary>
    public async Task<TestOutcome> RunAsync(string results, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(Program))
        {
            return TestOutcome.Broken(Name, $"It was not built: {Program} is missing.", TimeSpan.Zero);
        }

        var report = Path.Combine(results, Name + ".xml");
        File.Delete(report);
        var started = time.GetTimestamp();
        var (exitCode, finished) = await DotnetProcess.RunAsync([Program, "-noLogo", "-noColor", "-xml", report], Path.Combine(results, Name + ".log"), Deadline, cancellationToken);
        if (!finished)
        {
            return TestOutcome.Broken(Name, string.Create(CultureInfo.InvariantCulture, $"It was not finished after {Deadline.TotalMinutes} minutes and was ended."), time.GetElapsedTime(started));
        }

        return TestOutcome.Read(Name, File.Exists(report) ? await File.ReadAllTextAsync(report, cancellationToken) : "", exitCode) with { Duration = time.GetElapsedTime(started) };
    }
}
