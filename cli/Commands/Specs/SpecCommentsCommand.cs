using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Conformance.Spec;
using Conformance.Spec.Comments;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec comments</c>: what was said about a standard in its rounds of 意見照会.</summary>
internal static class SpecCommentsCommand
{
    public static Command Build() => new("comments", "Sheets of 意見照会: import and merge, show beside the functions, export.") { Import(), Show(), Export() };

    private static Command Import()
    {
        var sheets = new Argument<string[]>("WORKBOOK") { Description = "Sheets of 意見照会 (.xlsx).", Arity = ArgumentArity.OneOrMore };
        var standard = new Option<string>("--standard") { Description = "The edition that was asked about: 031/2.1, or its folder.", Required = true };
        var round = new Option<string>("--round") { Description = "Round, where the sheet has no column for it.", DefaultValueFactory = _ => "" };
        var dry = new Option<bool>("--dry-run") { Description = "Write nothing; only say what would change." };
        var command = new Command("import", "Merge sheets into comments.csv of an edition. Exit 1 where two replies contradict each other.") { sheets, standard, round, dry };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var edition = StandardSelection.One(parsed.GetValue(standard)!);
            var notUnderstood = new List<Problem>();
            var read = parsed.GetValue(sheets)!.SelectMany(sheet => CommentSheets.Read(sheet, parsed.GetValue(round)!, notUnderstood)).ToList();
            var merge = CommentMerge.Of(CommentFile.Read(edition.Folder), read);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{edition.Key}: {read.Count} read, {merge.Added} new, {merge.Answered} answered, {merge.Unchanged} unchanged, {merge.Conflicts.Count} in conflict"));
            foreach (var (kept, other) in merge.Conflicts)
            {
                Console.Error.WriteLine(new Problem("CF3062", CommentFile.Name, 0, 0, $"「{kept.Opinion}」 of {kept.Body} has the reply 「{kept.Reply}」 ({kept.Disposition}), and in {other.Source} 「{other.Reply}」 ({other.Disposition}).", "The first one stays. Decide, and correct one of them."));
            }

            foreach (var unknown in read.Where(comment => comment.Function.Length > 0 && edition.Function(comment.Function) is null))
            {
                Console.Error.WriteLine($"{unknown.Source}: {unknown.Function} is no function of {edition.Key}; the comment was kept.");
            }

            notUnderstood.ForEach(problem => Console.Error.WriteLine(problem));
            if (!parsed.GetValue(dry))
            {
                OutputFile.Write(Path.Combine(edition.Folder, CommentFile.Name), CommentFile.Format(merge.Comments));
            }

            return merge.Conflicts.Count == 0 ? ExitCode.Conforms : ExitCode.Nonconforming;
        }));
        return command;
    }

    private static Command Show()
    {
        var standard = new Argument<string>("STANDARD") { Description = "031, 031/2.1, or the folder of an edition." };
        var function = new Option<string?>("--function") { Description = "Only this 機能ID." };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"functions\":[{id,name,summary,comments}]}." };
        var command = new Command("show", "Show comments beside the functions that they are about.") { standard, function, json };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var edition = StandardSelection.One(parsed.GetValue(standard)!);
            var groups = CommentFile.Read(edition.Folder).Where(comment => parsed.GetValue(function) is not { } only || comment.Function == only).GroupBy(comment => comment.Function).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new { Id = group.Key, edition.Function(group.Key)?.Name, edition.Function(group.Key)?.Summary, Comments = group.ToList() }).ToList();
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { Functions = groups }, MachineJson.Indented));
                return ExitCode.Conforms;
            }

            foreach (var group in groups)
            {
                Console.WriteLine(group.Id.Length == 0 ? "（全体）" : $"{group.Id} {group.Name}\n  {group.Summary}");
                foreach (var comment in group.Comments)
                {
                    Console.WriteLine($"  第{comment.Round}回 {comment.Body}: {comment.Opinion}");
                    Console.WriteLine($"    → {(comment.Disposition.Length > 0 ? $"［{comment.Disposition}］" : "［未定］")}{comment.Reply}");
                }
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    private static Command Export()
    {
        var standard = new Argument<string>("STANDARD") { Description = "031, 031/2.1, or the folder of an edition." };
        var output = new Option<string>("--out") { Description = "The workbook to write.", HelpName = "FILE", Required = true };
        var command = new Command("export", "Write the comments as a workbook, beside the functions, for replies to be filled in.") { standard, output };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var edition = StandardSelection.One(parsed.GetValue(standard)!);
            OutputFile.Write(parsed.GetValue(output)!, CommentSheets.Write(edition, CommentFile.Read(edition.Folder)));
            return ExitCode.Conforms;
        }));
        return command;
    }
}
