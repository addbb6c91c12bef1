using System.CommandLine;
using Conformance.Cli.Flows;
using Conformance.Derivation.Runs;
using Conformance.Derivation.Suites;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>flow</c>: the smallest suite of any BPMN file, and why no smaller one exists.</summary>
internal static class FlowCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A BPMN 2.0 file, whichever tool wrote it." };
        var criterion = new Option<string>("--criterion") { Description = "What the suite covers: nodes, edges or prime-paths by walks; runs (every node and sequence flow; a run takes all branches of a parallel split).", DefaultValueFactory = _ => "runs" };
        criterion.AcceptOnlyFromAmong(CriterionWord.All);
        var diagnostic = new Option<bool>("--diagnostic") { Description = "One run per element instead of as few as possible." };
        var lane = new Option<string?>("--lane") { Description = "Also show each run as this lane or pool meets it; without a name as each of them does.", Arity = ArgumentArity.ZeroOrOne };
        var lint = new Option<bool>("--lint") { Description = "Say what is wrong with the drawing instead; exit 1 where something is." };
        var calls = new Option<bool>("--calls") { Description = "Go through the processes that call activities call, in this file and in those that it imports; without it a call is one step." };
        var draw = new Option<string?>("--draw") { Description = "Paint the suite on the diagram: a file that ends in .svg or .html." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var language = LanguageOption.Build();
        var command = new Command("flow", "The smallest suite of walks or runs through the processes of a BPMN file, with the proof.") { file, criterion, diagnostic, lane, calls, lint, draw, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var model = Read(parsed.GetValue(file)!, parsed.GetValue(calls));
            var asked = CriterionWord.Parse(parsed.GetValue(criterion)!);
            var english = parsed.IsEnglish(language);
            if (parsed.GetValue(lint))
            {
                return FlowFlaws.Write(Console.Out, model, parsed.GetValue(json), english) ? ExitCode.Nonconforming : ExitCode.Conforms;
            }

            var figures = model.Flows.Select(flow => FlowFigures.Of(flow, asked)).ToList();
            var diagnostics = figures.Where(_ => parsed.GetValue(diagnostic)).ToDictionary(flow => flow.Flow, flow => Diagnostic.Of(flow.Flow, flow.Infeasible), (IEqualityComparer<Flow>)ReferenceEqualityComparer.Instance);
            var together = asked == Criterion.Runs ? Collaboration.Of(model).Select(RunSuite.Of).ToList() : [];
            if (parsed.GetValue(draw) is { } picture)
            {
                FlowPicture.Write(picture, model, figures, asked, english);
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(FlowJson.Write(model, figures, asked, diagnostics, together, english));
                return ExitCode.Conforms;
            }

            var text = new FlowText(Console.Out, english);
            text.Write(model, figures, asked);
            together.ForEach(text.Together);
            foreach (var flow in figures)
            {
                if (diagnostics.TryGetValue(flow.Flow, out var each))
                {
                    text.Diagnostics(flow, each);
                }

                if (parsed.GetResult(lane) is not null)
                {
                    text.Roles(model, flow, parsed.GetValue(lane));
                }
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    /// <exception cref="BadInputException">The file, or one that it imports, cannot be read (CF6092, CF2041) or is refused (CF20xx).</exception>
    private static BpmnModel Read(string file, bool calls)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF6092", file, 0, 0, $"The file cannot be read: {e.Message}", "Check the path and the permissions."));
        }

        var problems = new List<Problem>();
        var model = BpmnReader.ReadModel(bytes, file, problems) ?? throw new BadInputException(problems);
        if (!calls)
        {
            return model;
        }

        var library = BpmnLibrary.Read(model, problems);
        return problems.Count > 0 ? throw new BadInputException(problems) : CalledFlows.PutIn(library);
    }
}
