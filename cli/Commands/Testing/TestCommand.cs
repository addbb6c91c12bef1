using System.CommandLine;
using System.Globalization;
using Conformance.Derivation;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands.Testing;

/// <summary><c>test</c>: everything that this project checks about itself, on one machine, in one command.</summary>
internal static class TestCommand
{
    private const string Configuration = "Release";
    private static readonly TimeSpan BuildDeadline = TimeSpan.FromMinutes(12);

    public static Command Build()
    {
        var projects = new Argument<string[]>("PROJECT") { Description = "Only the projects whose name contains this.", Arity = ArgumentArity.ZeroOrMore };
        var noBuild = new Option<bool>("--no-build") { Description = "Run what was built before." };
        var coverage = new Option<string?>("--coverage") { Description = "Count the lines of this project that the tests run, in all rooms or, quick, in those without browsers; pages go to artifacts/code-coverage.", HelpName = "all|quick" };
        coverage.AcceptOnlyFromAmong("all", "quick");
        var command = new Command("test", "Build the solution, run all tests, and check that features/ is what standards/ derives.") { projects, noBuild, coverage };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() =>
            RunAsync(parsed.GetValue(projects) ?? [], !parsed.GetValue(noBuild), parsed.GetValue(coverage), ProjectFolders.Find(), TimeProvider.System, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string[] only, bool build, string? counted, ProjectFolders folders, TimeProvider time, CancellationToken cancellationToken)
    {
        foreach (var missing in await Prerequisites.EnsureAsync(folders, quick: true, cancellationToken))
        {
            await Console.Error.WriteLineAsync(missing.ToString());
        }

        var results = Path.Combine(folders.Artifacts, "test");
        Directory.CreateDirectory(results);
        if (build && await BuildAsync(folders, results, time, cancellationToken) is { } broken)
        {
            return Complete([broken]);
        }

        // One after the other: each uses all cores by itself, and the ones that wait for a browser suffer from company.
        var outcomes = new List<TestOutcome>();
        var coverage = counted is null ? null : CodeCoverage.Begin(folders);
        foreach (var project in TestProject.All(folders, Configuration).Where(project => Wanted(only, project.Name)))
        {
            Tell(outcomes, await project.RunAsync(results, Configuration, project.IsCounted(counted == "quick") ? coverage?.Raw : null, time, cancellationToken));
        }

        if (Wanted(only, Derived))
        {
            Tell(outcomes, CheckFeatures(folders, time));
        }

        if (coverage is not null)
        {
            Console.WriteLine(await coverage.RenderAsync(cancellationToken));
        }

        return Complete(outcomes);
    }

    private const string Derived = "derive --check";

    private static bool Wanted(string[] only, string name) => only.Length == 0 || only.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static void Tell(List<TestOutcome> outcomes, TestOutcome outcome)
    {
        Console.WriteLine(outcome);
        outcomes.Add(outcome);
    }

    private static async Task<TestOutcome?> BuildAsync(ProjectFolders folders, string results, TimeProvider time, CancellationToken cancellationToken)
    {
        var log = Path.Combine(results, "build.log");
        await Console.Error.WriteLineAsync("building the solution…");
        var started = time.GetTimestamp();
        var (exitCode, finished) = await DotnetProcess.RunAsync(
            ["build", Path.Combine(folders.Root, "Conformance.sln"), "-c", Configuration, "-v", "quiet", "--nologo", "-nodeReuse:false", "-tl:off", .. AsTheLauncherBuilds(folders)], log, BuildDeadline, cancellationToken);
        var took = time.GetElapsedTime(started);
        if (finished && exitCode == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"built in {took.TotalSeconds:0} s"));
            return null;
        }

        var errors = (await File.ReadAllLinesAsync(log, cancellationToken)).Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
        return TestOutcome.Broken("build", finished
            ? string.Join(Environment.NewLine, [.. errors, $"All of the output is in {log}"])
            : string.Create(CultureInfo.InvariantCulture, $"It was not finished after {BuildDeadline.TotalMinutes} minutes; its output is in {log}"), took);
    }

    // Otherwise the build would put IL back in the place of the native code that the tests' many starts of the program live on.
    private static string[] AsTheLauncherBuilds(ProjectFolders folders) =>
        Directory.Exists(Path.Combine(folders.Root, "cli", "obj", Configuration, "net10.0", "precompiled")) ? ["-p:Precompile=true"] : [];

    private static TestOutcome CheckFeatures(ProjectFolders folders, TimeProvider time)
    {
        var started = time.GetTimestamp();
        var failures = new List<(string, string)>();
        try
        {
            failures.AddRange(StandardLoader.Folders(folders.Standards).Select(StandardLoader.Load)
                .SelectMany(standard => FeatureDerivation.Drift(folders.Features, standard))
                .Select(drift => $"features/{drift.Path}: {drift.Kind}").ToList() is { Count: > 0 } drifts
                    ? [(Derived, string.Join(Environment.NewLine, [.. drifts, "Run `conformance derive`."]))]
                    : []);
        }
        catch (BadInputException e)
        {
            failures.Add((Derived, e.Message));
        }

        return new TestOutcome(Derived, failures.Count == 0 ? 1 : 0, failures, [], time.GetElapsedTime(started));
    }

    private static int Complete(IReadOnlyList<TestOutcome> outcomes)
    {
        Console.WriteLine();
        foreach (var (test, reason) in outcomes.SelectMany(outcome => outcome.Skips))
        {
            Console.WriteLine($"skipped  {test}: {reason}");
        }

        foreach (var (test, message) in outcomes.SelectMany(outcome => outcome.Failures))
        {
            Console.WriteLine($"failed   {test}");
            Console.WriteLine("    " + message.ReplaceLineEndings(Environment.NewLine + "    "));
        }

        var (passed, failed) = (outcomes.Sum(outcome => outcome.Passed), outcomes.Sum(outcome => outcome.Failures.Count));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {outcomes.Sum(outcome => outcome.Skips.Count)} skipped"));
        return failed == 0 && passed > 0 ? ExitCode.Conforms : ExitCode.Nonconforming;
    }
}
