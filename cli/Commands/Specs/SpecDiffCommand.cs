using System.CommandLine;
using System.Globalization;
using Conformance.Spec.Comparison;
using Conformance.Spec.Comparison.Writing;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec diff</c>: what a revision changes.</summary>
internal static class SpecDiffCommand
{
    public static Command Build()
    {
        var old = new Argument<string>("OLD") { Description = "The earlier edition: its folder, or 031/2.1." };
        var now = new Argument<string>("NEW") { Description = "The later edition: its folder, or 031/2.2." };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"old\",\"new\",\"counts\",\"differences\":[…]}." };
        var markdown = new Option<string?>("--md") { Description = "Write Markdown to this file.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write a page with both editions of each flow side by side.", HelpName = "FILE" };
        var workbook = new Option<string?>("--xlsx") { Description = "Write a workbook, one sheet per part.", HelpName = "FILE" };
        var shinkyu = new Option<string[]>("--shinkyu") { Description = "Write the 新旧対照表 to this file (.docx or .xlsx); may be given twice.", HelpName = "FILE" };
        var language = LanguageOption.Build();
        shinkyu.Validators.Add(result =>
        {
            foreach (var file in (result.GetValueOrDefault<string[]>() ?? []).Where(file => Path.GetExtension(file) is not (".docx" or ".xlsx")))
            {
                result.AddError($"--shinkyu writes .docx or .xlsx, not 「{file}」.");
            }
        });
        var command = new Command("diff", "Compare two editions of a standard. Exit 0 whether they differ or not.") { old, now, json, markdown, html, workbook, shinkyu, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var japanese = parsed.GetValue(language) == "ja";
            var comparison = StandardComparison.Between(StandardSelection.One(parsed.GetValue(old)!), StandardSelection.One(parsed.GetValue(now)!));
            if (parsed.GetValue(markdown) is { } file)
            {
                OutputFile.Write(file, ComparisonMarkdown.Format(comparison, japanese));
            }

            if (parsed.GetValue(html) is { } page)
            {
                OutputFile.Write(page, ComparisonHtml.Format(comparison, japanese));
            }

            if (parsed.GetValue(workbook) is { } book)
            {
                OutputFile.Write(book, ComparisonWorkbook.Format(comparison, japanese));
            }

            foreach (var table in parsed.GetValue(shinkyu) ?? [])
            {
                OutputFile.Write(table, Path.GetExtension(table) == ".docx" ? ShinkyuTable.Document(comparison) : ShinkyuTable.Workbook(comparison));
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(ComparisonJson.Format(comparison));
            }
            else
            {
                Show(comparison, japanese);
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    private static void Show(StandardComparison comparison, bool japanese)
    {
        Console.WriteLine($"{comparison.Old.Key} → {comparison.New.Key}");
        foreach (var part in comparison.Differences.GroupBy(difference => difference.Part))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ComparisonWords.Of(part.Key).In(japanese)} ({part.Count()})"));
            foreach (var difference in part)
            {
                var change = difference.Kind switch
                {
                    DifferenceKind.Added => "+ " + difference.After,
                    DifferenceKind.Removed => "- " + difference.Before,
                    _ => $"{difference.Before} → {difference.After}",
                };
                Console.WriteLine($"  {difference.Id} {difference.Name}{(difference.Aspect.Length > 0 ? "　" + difference.Aspect : "")}：{ComparisonWords.Remark(difference, japanese)}");
                Console.WriteLine("    " + change.ReplaceLineEndings(" "));
            }
        }

        if (comparison.Differences.Count == 0)
        {
            Console.WriteLine(japanese ? "違いはありません。" : "There is no difference.");
        }
    }
}
