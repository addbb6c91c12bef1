using System.Globalization;
using Conformance.Derivation.Runs;
using Conformance.Derivation.Suites;
using Conformance.Spec.Flows;

namespace Conformance.Cli.Flows;

/// <summary>What <c>flow</c> says to a reader.</summary>
internal sealed class FlowText(TextWriter output, bool english)
{
    public void Write(BpmnModel model, IReadOnlyList<FlowFigures> figures, Criterion criterion)
    {
        output.WriteLine(model.File);
        foreach (var note in model.Notes)
        {
            output.WriteLine("  " + note);
        }

        output.WriteLine();
        var rows = figures.Select(flow => Row(flow, criterion)).Prepend(Say(
            $"ノード|線|単純パス|素パス|歩道(ノード)|歩道(線)|{(criterion == Criterion.PrimePaths ? "歩道(素パス)" : "実行")}|証明|通れない要素|プロセス",
            $"nodes|flows|simple paths|prime paths|walks for nodes|walks for flows|{(criterion == Criterion.PrimePaths ? "walks for prime paths" : "runs")}|proven|infeasible|process").Split('|')).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Width(row[column]))).ToList();
        foreach (var row in rows)
        {
            output.WriteLine("  " + string.Join("  ", row.Select((cell, column) => column == row.Length - 1 ? cell : new string(' ', widths[column] - Width(cell)) + cell)));
        }

        foreach (var flow in figures)
        {
            Suite(flow, criterion);
        }
    }

    /// <summary>Processes that send each other messages, run together.</summary>
    public void Together(RunSuite suite)
    {
        Heading(Say($"メッセージでつながるプロセスを合わせて: {suite.Flow.Id}", $"Processes that messages connect, together: {suite.Flow.Id}"));
        output.WriteLine(Say($"  実行 {suite.Runs.Count} (≥{suite.Bound})、証明{(suite.Proven ? "済" : "未")}、通れない要素 {suite.Infeasible.Count}",
            $"  runs {suite.Runs.Count} (≥{suite.Bound}), {(suite.Proven ? "proven" : "not proven")}, infeasible {suite.Infeasible.Count}"));
        Numbered(suite.Runs.Concat(suite.Repeats).Select(Text));
        Uncovered(suite.Infeasible);
    }

    public void Diagnostics(FlowFigures flow, IReadOnlyList<Diagnostic> diagnostics)
    {
        Heading(Say($"要素ごとの実行: {Title(flow.Flow)}", $"One run per element: {Title(flow.Flow)}"));
        foreach (var one in diagnostics)
        {
            output.WriteLine($"  {one.Element}: {Steps(one.Run.Nodes)}");
        }
    }

    public void Roles(BpmnModel model, FlowFigures flow, string? role)
    {
        foreach (var (run, i) in (flow.Runs?.Runs ?? []).Select((run, i) => (run, i + 1)))
        {
            foreach (var name in role is null ? RoleView.Roles(flow.Flow, model.Pools, model.Flows) : [role])
            {
                var met = RoleView.Of(run, name, model.Pools, model.Flows);
                if (met.Count == 0)
                {
                    continue;
                }

                Heading(Say($"実行{i}を「{name}」から見る", $"Run {i} as 「{name}」 meets it"));
                foreach (var crossing in met)
                {
                    var word = crossing.Kind switch { CrossingKind.Stimulus => Say("もし  ", "when "), CrossingKind.Observation => Say("ならば", "then "), _ => Say("      ", "     ") };
                    var arrow = crossing.Kind switch { CrossingKind.Stimulus => $" ← {crossing.Role}", CrossingKind.Observation => $" → {crossing.Role}", _ => "" };
                    output.WriteLine($"  {word} {Name(crossing.Node)}{arrow}{(crossing.Message.Length > 0 ? $" ✉ {crossing.Message}" : "")}");
                }
            }
        }
    }

    private void Suite(FlowFigures flow, Criterion criterion)
    {
        var empty = flow.Flow.Nodes.Count == 0;
        if (empty)
        {
            return;
        }

        Heading(Title(flow.Flow));
        if (flow.Runs is { } runs)
        {
            Numbered(runs.Runs.Select(Text));
            if (runs.Repeats.Count > 0)
            {
                output.WriteLine(Say("  繰り返しを一回と二回にするための実行:", "  To go round each loop once and twice:"));
                Numbered(runs.Repeats.Select(Text), runs.Runs.Count + 1);
            }

            if (runs.Weights.Count == 0 && runs.Runs.Count > 1)
            {
                output.WriteLine(Say("  流れが大きすぎるため、下限を求めていない。これより少ない実行で足りるかどうかは分からない。", "  The flow is too large for a lower bound: whether fewer runs are enough is open."));
            }
            else if (runs.Weights.Count > 0)
            {
                output.WriteLine(Say($"  {runs.Bound}本より少なくできない理由: 次の重みの和は{runs.Bound}で（端数は切り上げ）、一つの実行が通る重みの和は1以下",
                    $"  Why fewer than {runs.Bound} are not enough: these weights add up to {runs.Bound} (rounded up), and no run covers more than 1 of them"));
                output.WriteLine("    " + string.Join(", ", runs.Weights.Select(weight => weight.Weight == "1" ? weight.Element : $"{weight.Weight}·{weight.Element}")));
            }
        }
        else
        {
            var walks = criterion switch { Criterion.Nodes => flow.Nodes, Criterion.Edges => flow.Edges, _ => flow.Prime! };
            Numbered(walks.Walks.Select(walk => Steps(walk.Nodes)));
            if (walks.Cut.Count > 0)
            {
                output.WriteLine(Say($"  {walks.Bound}本より少なくできない理由（切断）: どの二つも一つの歩道に乗らない", $"  Why fewer than {walks.Bound} are not enough (the cut): no two of these stand on one walk"));
                output.WriteLine("    " + string.Join(criterion == Criterion.PrimePaths ? "\n    " : ", ", walks.Cut));
            }

            if (!walks.Complete)
            {
                output.WriteLine(Say("  素パスが多すぎるため、途中で打ち切った。", "  There are too many prime paths: the search was cut off."));
            }
        }

        Uncovered(flow.Infeasible);
    }

    private void Uncovered(IReadOnlyList<Infeasible> infeasible)
    {
        if (infeasible.Count > 0)
        {
            output.WriteLine(Say("  通れない要素:", "  What nothing covers:"));
            foreach (var group in infeasible.GroupBy(element => (element.Reason, element.Proven)))
            {
                output.WriteLine($"    {group.Key.Reason.In(!english)}{(group.Key.Proven ? "" : Say("（未証明）", " (not proven)"))}");
                output.WriteLine("      " + string.Join(", ", group.Select(element => element.Line > 0 ? $"{element.Element} ({element.Line},{element.Column})" : element.Element)));
            }
        }
    }

    private string[] Row(FlowFigures flow, Criterion criterion) =>
    [
        Count(flow.Flow.Nodes.Count), Count(flow.Flow.Edges.Count), Count(flow.SimplePaths), Count(flow.PrimePaths),
        $"{flow.Nodes.Walks.Count} (≥{flow.Nodes.Bound})", $"{flow.Edges.Walks.Count} (≥{flow.Edges.Bound})",
        flow.Runs is { } suite ? $"{suite.Runs.Count}{(suite.Repeats.Count > 0 ? $"+{suite.Repeats.Count}" : "")} (≥{suite.Bound})"
            : flow.Prime is { } prime ? $"{prime.Walks.Count} (≥{prime.Bound})" : "–",
        Proven(flow, criterion), Count(flow.Infeasible.Count), Title(flow.Flow),
    ];

    // Characters beyond Latin take two columns of a terminal.
    private static int Width(string text) => text.Sum(c => c > 0x2E7F ? 2 : 1);

    private void Numbered(IEnumerable<string> texts, int first = 1)
    {
        foreach (var text in texts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {first++,3}. {text}"));
        }
    }

    private string Text(FlowRun run) => Steps(run.Nodes) + (run.Loops.Count == 0 ? "" : "  " + string.Join(" ", run.Loops.Select(loop => Say($"[{loop.Element}を{loop.Rounds}回]", $"[{loop.Element} ×{loop.Rounds}]"))));

    private static string Steps(IReadOnlyList<FlowNode> nodes) => string.Join(" > ", nodes.Select(Name));

    private static string Name(FlowNode node) => node.Name.Trim() is { Length: > 0 } name ? name : node.Id;

    private static string Title(Flow flow) => flow.Name.Length > 0 ? $"{flow.Id} {flow.Name}" : flow.Pool.Length > 0 ? $"{flow.Id} ({flow.Pool})" : flow.Id;

    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private string Proven(FlowFigures flow, Criterion criterion) => (criterion switch
    {
        Criterion.Nodes => flow.Nodes.Proven,
        Criterion.Edges => flow.Edges.Proven,
        Criterion.Runs => flow.Runs!.Proven,
        _ => flow.Prime!.Proven,
    }) ? Say("済", "yes") : Say("未", "no");

    private void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
    }

    private string Say(string japanese, string other) => english ? other : japanese;
}
