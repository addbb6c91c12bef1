using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Reports;
using Conformance.Reports.Triaging;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Triaging;

/// <summary><c>triage</c>: three hundred failures are seldom three hundred faults.</summary>
internal static class TriageCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "The --out folder of a run." };
        var baseline = new Option<string?>("--baseline") { Description = "Folder of an earlier run, to tell what is new and what is fixed." };
        var known = new Option<string?>("--known") { Description = "known.yaml with tickets, owners, reasons and expiry; DIR/known.yaml or ./known.yaml unless given." };
        var sheet = new Option<string?>("--xlsx") { Description = "Write the 障害管理票 there: a row per group, the scenarios, what is fixed." };
        var json = new Option<bool>("--json") { Description = "Write DIR/triage.json to the standard output as well." };
        var language = LanguageOption.Build();
        var command = new Command("triage", "Group the failures of a run by where they first show, and mark what is new, known, fixed and flaky. No verdict changes. Exit code 0: nothing is new; 1: something is.")
        {
            folder, baseline, known, sheet, json, language,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var source = parsed.GetValue(folder)!;
            var runs = await CompareCommand.ResultsAsync(source, cancellationToken);
            var (before, beforeEvidence) = parsed.GetValue(baseline) is { } earlier ? (await CompareCommand.ResultsAsync(earlier, cancellationToken), Evidence(earlier)) : ([], null);
            var list = Known(parsed.GetValue(known), source);
            var today = JapanTime.DayOf(TimeProvider.System.GetUtcNow());
            var triage = FailureSorter.Sort(runs, Evidence(source), before, beforeEvidence, list, today);
            var record = TriageRecord.Of(triage, parsed.GetValue(baseline));
            if (Directory.Exists(source))
            {
                OutputFile.Write(Path.Combine(source, TriageRecord.FileName), record.ToJson());
            }

            var spoken = parsed.LanguageOf(language);
            if (parsed.GetValue(sheet) is { } path)
            {
                await TriageWorkbook.WriteFileAsync(path, triage, spoken, cancellationToken);
            }

            if (parsed.GetValue(json))
            {
                Console.Write(record.ToJson());
            }
            else
            {
                Tell(triage, source, spoken, today);
            }

            return triage.Count(FailureMark.New) > 0 ? ExitCode.Nonconforming : ExitCode.Conforms;
        }));
        return command;
    }

    private static string? Evidence(string source) => Directory.Exists(Path.Combine(source, "evidence")) ? Path.Combine(source, "evidence") : null;

    private static IReadOnlyList<KnownFailure> Known(string? given, string folder)
    {
        var file = given ?? new[] { Path.Combine(folder, KnownFailureFile.Name), KnownFailureFile.Name }.FirstOrDefault(File.Exists);
        return file is null ? [] : KnownFailureFile.Parse(InputFile.Text(file), file);
    }

    private static void Tell(Triage triage, string source, ReportLanguage language, DateOnly today)
    {
        var words = new TriageWords(language);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words["失敗", "failures"]} {triage.Failures} → {words["まとまり", "groups"]} {triage.Groups.Count}")
            + string.Concat(Enum.GetValues<FailureMark>().Where(mark => mark != FailureMark.Fixed || triage.Compared).Select(mark => string.Create(CultureInfo.InvariantCulture, $"  {words.Of(mark)} {triage.Count(mark)}"))));
        foreach (var group in triage.Groups)
        {
            var example = group.Example;
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{group.Number}] {words.Of(group.Mark)}  {words.Of(group.Verdict)}{(example.Scenario.Cause is { } cause ? "・" + words.Of(cause) : "")}  ×{group.Failures.Count}  {string.Join(" ", group.Units.Take(6))}{(group.Units.Count > 6 ? " …" : "")}  ({group.Id})"));
            if (triage.Runs.Count > 1)
            {
                Console.WriteLine($"    {words.Of(example.Run)}");
            }

            Console.WriteLine($"    {words.Place(group.Place)}");
            Console.WriteLine($"    {words.Line(example.Scenario.Reason)}");
            Console.WriteLine($"    {words["例", "such as"]}: {example.Scenario.Id} ({example.Scenario.Driver})");
            foreach (var entry in group.Known)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {entry.Ticket}  {entry.Owner}  {words["期限", "until"]} {entry.Expires:yyyy-MM-dd}  {entry.Reason}"));
            }

            foreach (var entry in group.Expired)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {words[$"既知の登録 {entry.Ticket} は {entry.Expires:yyyy-MM-dd} に期限が切れています（{today:yyyy-MM-dd} 現在）。", $"The entry {entry.Ticket} expired on {entry.Expires:yyyy-MM-dd} (today: {today:yyyy-MM-dd})."]}"));
            }
        }

        if (triage.Fixed.Count > 0)
        {
            Console.WriteLine();
            Console.WriteLine(words[$"解消した {triage.Fixed.Count} 件: ", $"Fixed, {triage.Fixed.Count}: "] + string.Join(", ", triage.Fixed.Take(8).Select(one => one.Run.Interface is null ? one.Scenario.Id : $"{one.Scenario.Id} ({one.Run.InterfaceKey})")) + (triage.Fixed.Count > 8 ? " …" : ""));
        }

        foreach (var entry in triage.Unused)
        {
            Console.WriteLine(words[$"既知の登録 {entry.Ticket} に当たる失敗はありません。解消していれば known.yaml から外してください。", $"No failure fits the entry {entry.Ticket}. Take it out of known.yaml if it is fixed."]);
        }

        if (triage.Groups.Count > 0 && File.Exists(Path.Combine(source, RunOrder.FileName)))
        {
            Console.WriteLine();
            Console.WriteLine(words["直したまとまりだけの再実行", "Run one group again"] + $": conformance run --rerun-failed {source} --group 1 --out {Path.TrimEndingDirectorySeparator(source)}-rerun");
        }
    }
}
