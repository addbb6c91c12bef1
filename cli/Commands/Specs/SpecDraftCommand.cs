using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Conformance.Spec.Drafts;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec draft</c>: the text of a standard in Word → proposed functions and flows, for a person to correct.</summary>
internal static class SpecDraftCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("DOCX") { Description = "The text of a standard (.docx); tracked changes are read." };
        var output = new Option<string?>("--out") { Description = "Write the proposal into this folder: functions.csv and flows/*.bpmn. Files that are there already are never overwritten.", HelpName = "FOLDER" };
        var business = new Option<string>("--business") { Description = "Only flows of this 業務ID, such as 031.", DefaultValueFactory = _ => "" };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var language = LanguageOption.Build();
        var command = new Command("draft", "Read flows, steps and function IDs out of a Word document, and propose files for a person to correct.") { file, output, business, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var path = parsed.GetValue(file)!;
            var proposal = DraftReader.Read(DraftDocument.Read(path));
            var flows = proposal.Flows.Where(flow => parsed.GetValue(business) is not { Length: > 0 } only || flow.Business == only).ToList();
            if (parsed.GetValue(output) is { } folder)
            {
                var files = DraftFiles.Of(proposal, parsed.GetValue(business)!, Path.GetFileNameWithoutExtension(path));
                NewFiles.Write(folder, files);
                Console.Error.WriteLine($"{folder}: {string.Join(", ", files.Keys)}");
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    Flows = flows,
                    proposal.Functions,
                    Questions = proposal.Questions.Select(question => new { question.Paragraph, question.Text.Ja, question.Text.En }),
                    Changes = proposal.Changes,
                }, MachineJson.Indented));
            }
            else
            {
                Show(proposal, flows, parsed.GetValue(language) == "ja");
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    private static void Show(DraftProposal proposal, List<DraftFlow> flows, bool japanese)
    {
        foreach (var flow in flows)
        {
            Line($"{flow.Number} {flow.Name}{(flow.Business.Length > 0 ? $" ({flow.Business})" : "")}");
            foreach (var step in flow.Steps)
            {
                Line($"  {step.Mark}{step.Name}{(step.Function.Length > 0 ? $" [{step.Function}]" : "")}  {step.Actor}{(step.Change.Length > 0 ? $"  《{step.Change}》" : "")}");
            }
        }

        var paragraphs = flows.SelectMany(flow => flow.Steps).Select(step => step.Paragraph).ToHashSet();
        var questions = proposal.Questions.Where(question => paragraphs.Contains(question.Paragraph)).ToList();
        Line($"{(japanese ? "人が決めること" : "For a person to decide")} ({questions.Count})");
        foreach (var (paragraph, text) in questions)
        {
            Line($"  {(japanese ? "段落" : "paragraph ")}{paragraph}: {text.In(japanese)}");
        }

        Line($"{(japanese ? "変更履歴のある段落" : "Paragraphs with tracked changes")} ({proposal.Changes.Count})");
        foreach (var change in proposal.Changes)
        {
            Line($"  {(japanese ? "段落" : "paragraph ")}{change.Number}: 「{change.Before}」 → 「{change.Text}」");
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
