using Conformance.Derivation.Drawing;
using Conformance.Derivation.Suites;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Cli.Flows;

/// <summary>What <c>flow --draw</c> writes.</summary>
internal static class FlowPicture
{
    /// <exception cref="BadInputException">CF6090: neither SVG nor HTML. CF6091: the file cannot be written.</exception>
    public static void Write(string file, BpmnModel model, IReadOnlyList<FlowFigures> figures, Criterion criterion, bool english)
    {
        var suites = figures.Where(flow => flow.Flow.Nodes.Count > 0).Select(flow => Drawn(flow, criterion, english)).ToList();
        var text = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".svg" => FlowDrawing.Svg(model, suites),
            ".html" or ".htm" => FlowPage.Html(model, suites, english ? "en" : "ja",
                english ? new FlowPageWords("Suite for", "All routes", "Why fewer are not enough", "What nothing covers") : new FlowPageWords("実行の組", "すべて", "これより少なくできない理由", "通れない要素")),
            _ => throw new BadInputException(new Problem("CF6090", file, 0, 0, "A flow is drawn as SVG or HTML.", "Give a name that ends in .svg or .html.")),
        };
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            File.WriteAllText(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF6091", file, 0, 0, $"The drawing cannot be written: {e.Message}", "Choose another place."));
        }
    }

    private static DrawnSuite Drawn(FlowFigures flow, Criterion criterion, bool english)
    {
        var title = flow.Flow.Name.Length > 0 ? $"{flow.Flow.Id} {flow.Flow.Name}" : flow.Flow.Id;
        var uncovered = flow.Infeasible.GroupBy(element => element.Element).ToDictionary(group => group.Key, group => group.First().Reason.In(!english));
        if (flow.Runs is { } runs)
        {
            return new DrawnSuite(title,
                [.. runs.Runs.Concat(runs.Repeats).Select(run => new DrawnRoute(Steps(run.Nodes), [.. run.Nodes.Select(node => node.Id)], run.Edges))],
                runs.Weights.ToDictionary(weight => weight.Element, weight => weight.Weight), uncovered);
        }

        var walks = criterion switch { Criterion.Nodes => flow.Nodes, Criterion.Edges => flow.Edges, _ => flow.Prime! };
        return new DrawnSuite(title, [.. walks.Walks.Select(walk => new DrawnRoute(Steps(walk.Nodes), [.. walk.Nodes.Select(node => node.Id)], walk.Edges))],
            walks.Cut.ToDictionary(element => element, _ => ""), uncovered);
    }

    private static string Steps(IReadOnlyList<FlowNode> nodes) => string.Join(" → ", nodes.Select(node => node.Name.Trim() is { Length: > 0 } name ? name : node.Id));
}
