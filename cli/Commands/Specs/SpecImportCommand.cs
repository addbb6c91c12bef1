using System.CommandLine;
using System.Globalization;
using Conformance.Spec.Import;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec import</c>: official workbooks → the files of a standard.</summary>
internal static class SpecImportCommand
{
    /// <summary>Changed lines that are shown per file; all of them are in the file or in the version control.</summary>
    private const int ShownLines = 8;

    public static Command Build()
    {
        var workbooks = new Argument<string[]>("WORKBOOK") { Description = "The official workbooks (.xlsx), all that belong together.", Arity = ArgumentArity.OneOrMore };
        var standard = new Option<string>("--standard") { Description = "Folder of the edition, such as standards/031-jutogaisha-atena/2.1.", HelpName = "FOLDER", Required = true };
        var dry = new Option<bool>("--dry-run") { Description = "Write nothing; only say what would change." };
        var mapping = new Option<string?>("--mapping") { Description = "YAML that says how the workbooks call their columns and marks: columns: {機能ID: 要件番号}, marks: {●: ◎}.", HelpName = "FILE" };
        var keep = new Option<bool>("--keep-text") { Description = "Keep the wording of functions that functions.csv has already." };
        var command = new Command("import", "Read official workbooks into functions.csv, data-items.csv, codes.csv, linkages.csv and interfaces/ of a standard.") { workbooks, standard, dry, mapping, keep };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var words = parsed.GetValue(mapping) is { } file ? ColumnMapping.Read(InputFile.Text(file), file) : null;
            Show(WorkbookImport.Import(parsed.GetValue(workbooks)!, parsed.GetValue(standard)!, parsed.GetValue(dry), null, words, parsed.GetValue(keep)), parsed.GetValue(standard)!);
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static void Show(ImportReport report, string folder)
    {
        Console.WriteLine("Read");
        foreach (var (file, sha256) in report.Sources)
        {
            Console.WriteLine($"  {file}");
            Console.WriteLine($"    sha256 {sha256}");
            foreach (var sheet in report.Understood.Where(tally => tally.File == file).GroupBy(tally => tally.Sheet))
            {
                Console.WriteLine($"    {sheet.Key}: {string.Join(", ", sheet.Select(tally => string.Create(CultureInfo.InvariantCulture, $"{tally.As} {tally.Count}")))}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {report.Functions.Count} functions, {report.Linkages.Count} linkages, {report.Items.Count} items, {report.Codes.Select(code => code.Id).Distinct().Count()} code lists with {report.Codes.Count} codes, {report.Interfaces.Count} interfaces"));
        foreach (var call in report.Interfaces)
        {
            Console.WriteLine($"    {call.Title} {call.Edition}: {call.Method} /{call.CallName}");
        }

        Section("Odd, but read", report.Notes);
        Section("The item list and an interface disagree", report.Differences);
        Console.WriteLine(report.IsWritten ? $"Written to {folder}" : $"Would change in {folder}");
        foreach (var change in report.Changes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {change.Kind.ToString().ToLowerInvariant(),-9}  {change.Path}{(change.Kind == FileChangeKind.Unchanged ? "" : $" (+{change.Added.Count} -{change.Removed.Count})")}"));
            if (change.Kind == FileChangeKind.Changed)
            {
                Lines("    -", change.Removed);
                Lines("    +", change.Added);
            }
        }

        // Last, because somebody has to look at it.
        Section("Not understood: in no output", report.NotUnderstood);
        if (report.NotUnderstood.Count == 0)
        {
            Console.WriteLine("Everything was understood.");
        }
    }

    private static void Section<T>(string title, IReadOnlyCollection<T> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title} ({lines.Count})"));
        foreach (var line in lines)
        {
            Console.WriteLine($"  {line}");
        }
    }

    private static void Lines(string mark, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Take(ShownLines))
        {
            Console.WriteLine($"{mark} {line}");
        }

        if (lines.Count > ShownLines)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mark} … {lines.Count - ShownLines} more lines"));
        }
    }
}
