using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Conformance.Cli.Recording;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Judges the parts of one run as if they had been one.</summary>
internal static class PartMerger
{
    /// <param name="parts">Of one role, with the folders they come from.</param>
    /// <exception cref="BadInputException">CF6076: they are not the parts of one run, one is missing or has not come to its end, or one is there twice.</exception>
    public static RunResult Merge(Standard standard, IReadOnlyList<(string Folder, RunRecord Record)> parts, TimeProvider time)
    {
        var problems = Check(parts);
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        var header = parts[0].Record.Header;
        var role = standard.Role(header.Role);
        var judge = new ScenarioJudge(standard, role, header.Interface);
        var scenarios = parts.SelectMany(part => part.Record.Keys.Select(part.Record.Attempts))
            .Select(attempts => AttemptJudge.Combine([.. attempts.Select(attempt => judge.Judge(attempt.Record))]))
            .OrderBy(scenario => scenario.Feature, StringComparer.Ordinal).ThenBy(scenario => scenario.Line).ThenBy(scenario => scenario.Driver, StringComparer.Ordinal)
            .ToList();
        string[] ids = [.. parts.OrderBy(part => part.Record.Header.Part, StringComparer.Ordinal).Select(part => part.Record.Header.Id)];
        var faults = parts.SelectMany(part => part.Record.Faults).Distinct().ToList();
        var info = new RunInfo(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))))[..16], header.Seed, standard.Id, standard.Name, standard.Edition,
            standard.Status.ToString().ToLowerInvariant(), header.Role, header.Class, header.Product, header.ProductVersion, header.Drivers,
            parts.Min(part => part.Record.Header.Started), time.GetUtcNow(), VerdictKind.Inconclusive, "")
        {
            MergedFrom = ids,
            LeftOut = header.Filtered,
            Inputs = header.Inputs,
            Observed = header.Observed is { Count: > 0 } ? header.Observed : null,
            Interface = header.Interface,
            NotBeside = parts.SelectMany(part => part.Record.NotBeside).Distinct().ToList() is { Count: > 0 } apart ? apart : null,
            Package = header.Package is { Count: > 0 } ? header.Package : null,
            Build = header.Build,
            BuildAtEnd = parts.Select(part => part.Record.BuildAtEnd).FirstOrDefault(build => build is not null),
            Flaky = scenarios.Count(AttemptJudge.IsFlaky),
            HarnessFaults = faults.Count > 0 ? faults : null,
            ToolVersion = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
        };
        var result = RunJudge.Judge(standard, role, info, scenarios, [.. parts.SelectMany(part => part.Record.Unclaimed).Distinct()], header.NotApplicable, header.DeclaredFunctions,
            parts.Select(part => part.Record.Surfaces).OfType<SurfaceReview>().FirstOrDefault());
        return SideBySideRuns.IsMain(header.Interface) ? result : result with { Manual = null };
    }

    private static List<Problem> Check(IReadOnlyList<(string Folder, RunRecord Record)> parts)
    {
        var problems = new List<Problem>();
        void Wrong(string folder, string fact, string remedy) => problems.Add(new Problem("CF6076", folder, 0, 0, fact, remedy));
        var first = parts[0].Record.Header;
        var count = CountOf(first.Part);
        foreach (var (folder, record) in parts)
        {
            var own = record.Header;
            if (own.Part is null)
            {
                Wrong(folder, "This is a whole run, not a part.", "Name folders of `run --shard i/n`.");
            }
            else if ((own.Standard, own.Edition, own.Role, own.Class, own.Product, own.ProductVersion, own.Interface?.Key, own.Plan, CountOf(own.Part)) !=
                (first.Standard, first.Edition, first.Role, first.Class, first.Product, first.ProductVersion, first.Interface?.Key, first.Plan, count))
            {
                Wrong(folder, $"It is not of the same run as {parts[0].Folder}: standard, role, edition of the interface, class, product, features, surfaces, filter or durations differ.", "Run all parts with the same profile, features, options and --durations.");
            }

            if (own.Build != first.Build || (own.Build is not null && record.BuildAtEnd is not null && record.BuildAtEnd != own.Build))
            {
                problems.Add(new Problem("CF6122", folder, 0, 0,
                    own.Build != first.Build ? $"Its build is {own.Build ?? "not recorded"}, and that of {parts[0].Folder} is {first.Build ?? "not recorded"}: what two builds did cannot become one verdict."
                        : $"The build changed under it, from {own.Build} to {(record.BuildAtEnd is { Length: > 0 } end ? end : "one that cannot be read")}.",
                    "Run all parts on one build."));
            }

            if (record.Keys.FirstOrDefault(key => record.Waiting(key) is not null) is { Id: not null } waiting)
            {
                Wrong(folder, $"「{waiting.Id}」 waits.", "Go on with `run --continue` first.");
            }
            else if (record.Keys.FirstOrDefault(key => !record.IsDone(key)) is { Id: not null } open)
            {
                Wrong(folder, $"「{open.Id}」 has not come to its end.", "Go on with `run --resume` first.");
            }
        }

        foreach (var same in parts.GroupBy(part => part.Record.Header.Part).Where(group => group.Count() > 1))
        {
            Wrong(same.Last().Folder, $"Part {same.Key} is there {same.Count()} times.", "Name each part once.");
        }

        for (var i = 1; problems.Count == 0 && i <= count; i++)
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"{i}/{count}");
            if (parts.All(candidate => candidate.Record.Header.Part != part))
            {
                Wrong(first.Role, $"Part {part} is missing.", "Name the folders of all parts.");
            }
        }

        var keys = parts.SelectMany(part => part.Record.Keys).ToList();
        if (problems.Count == 0 && (keys.Count != first.Planned || keys.Distinct().Count() != keys.Count))
        {
            Wrong(first.Role, $"The parts hold {keys.Distinct().Count()} of {first.Planned} scenarios.", "A part did not come to its end: go on with `run --resume`.");
        }

        return problems;
    }

    private static int CountOf(string? part) => part?.Split('/') is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 0;
}
