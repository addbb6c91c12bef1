using System.Diagnostics;
using System.Globalization;
using System.Text;
using Conformance.Derivation.Graphs;
using Conformance.Derivation.Lint;
using Conformance.Derivation.Suites;
using Conformance.Cli;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Bench;

/// <summary>Other people's models: time and memory to read them and to find their suites, the totals per corpus, and a generated flow of 10,000 nodes.</summary>
internal static class FlowBench
{
    private const int LargeNodes = 10_000;
    private static readonly string[] Corpora = ["bpmn-miwg", "bpmn-hdbpmn"];

    /// <param name="folder">Folder of the corpora; null for the one beside the project.</param>
    public static int Run(string? folder)
    {
        foreach (var corpus in Corpora.Select(corpus => Path.Combine(Folder(folder), corpus)).Where(Directory.Exists))
        {
            Corpus(corpus);
        }

        Generated("decisions", Large());
        Generated("decisions and parallel blocks", Blocks());
        Say($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
        return 0;
    }

    /// <summary>What the rules for drawings find in other people's models: code, file and element, one to a line.</summary>
    public static int Lint(string? folder)
    {
        foreach (var file in Corpora.Select(corpus => Path.Combine(Folder(folder), corpus)).Where(Directory.Exists).SelectMany(corpus => Directory.GetFiles(corpus, "*.bpmn")).Order(StringComparer.Ordinal))
        {
            foreach (var flaw in BpmnReader.ReadModel(File.ReadAllBytes(file), file, new List<Problem>())!.Flows.SelectMany(FlowLint.Check))
            {
                Say($"{flaw.Code}\t{Path.GetFileName(file)}\t{flaw.Element}");
            }
        }

        return 0;
    }

    private static string Folder(string? folder) => folder ?? Path.GetFullPath(Path.Combine(ProjectFolders.Find().Standards, "..", "..", "shared", "corpora"));

    private static void Generated(string what, string text)
    {
        var clock = Stopwatch.StartNew();
        var flow = BpmnReader.ReadModel(text, "large.bpmn", new List<Problem>())!.Flows.Single();
        Say($"generated, {what}   {flow.Nodes.Count} nodes, {flow.Edges.Count} flows, read in {clock.ElapsedMilliseconds} ms");
        foreach (var criterion in new[] { Criterion.Edges, Criterion.Nodes })
        {
            clock.Restart();
            var suite = WalkSuite.Of(flow, criterion);
            Say($"  {criterion,-6} {suite.Walks.Count} walks, cut {suite.Bound}, proven {suite.Proven}, {clock.ElapsedMilliseconds} ms");
        }

        clock.Restart();
        var runs = RunSuite.Of(flow);
        Say($"  Runs   {runs.Runs.Count} runs, bound {runs.Bound}, proven {runs.Proven}, for loops {runs.Repeats.Count}, infeasible {runs.Infeasible.Count}, {clock.ElapsedMilliseconds} ms");
    }

    private static void Corpus(string folder)
    {
        var files = Directory.GetFiles(folder, "*.bpmn").Order(StringComparer.Ordinal).ToList();
        var problems = new List<Problem>();
        var clock = Stopwatch.StartNew();
        var models = files.Select(file => BpmnReader.ReadModel(File.ReadAllBytes(file), file, problems)).OfType<BpmnModel>().ToList();
        var read = clock.ElapsedMilliseconds;
        var flows = models.SelectMany(model => model.Flows.Select(flow => (model.File, Flow: flow))).ToList();
        clock.Restart();
        var walks = flows.Select(entry => (Nodes: WalkSuite.Of(entry.Flow, Criterion.Nodes), Edges: WalkSuite.Of(entry.Flow, Criterion.Edges))).ToList();
        var walked = clock.ElapsedMilliseconds;
        clock.Restart();
        var runs = flows.Select(entry => RunSuite.Of(entry.Flow)).ToList();
        Say($"{Path.GetFileName(folder)}   {files.Count} files, {problems.Count} refused, {models.Sum(model => model.Notes.Count)} notes: read {read} ms, walks {walked} ms, runs {clock.ElapsedMilliseconds} ms");
        var graphs = flows.Select(entry => FlowGraph.Of(entry.Flow)).ToList();
        Say($"  {flows.Count} processes: simple paths {graphs.Sum(graph => PrimePaths.CountSimple(graph) ?? 0)}, walks for nodes {walks.Sum(pair => pair.Nodes.Walks.Count)} (proven {walks.Count(pair => pair.Nodes.Proven)}), walks for flows {walks.Sum(pair => pair.Edges.Walks.Count)} (proven {walks.Count(pair => pair.Edges.Proven)}), prime paths {graphs.Sum(graph => PrimePaths.Find(graph).Paths.Count)}");
        Say($"  runs {runs.Sum(suite => suite.Runs.Count)} (bounds {runs.Sum(suite => suite.Bound)}, proven {runs.Count(suite => suite.Proven)}), for loops {runs.Sum(suite => suite.Repeats.Count)}, elements that no run covers {runs.Sum(suite => suite.Infeasible.Count)}, in {runs.Count(suite => suite.Infeasible.Count > 0)} processes");
        if (!Path.GetFileName(folder).Contains("miwg", StringComparison.Ordinal))
        {
            return;
        }

        for (var i = 0; i < flows.Count; i++)
        {
            Say($"  | {Path.GetFileName(flows[i].File)} | `{flows[i].Flow.Id}` | {PrimePaths.CountSimple(graphs[i])} | {walks[i].Nodes.Walks.Count} | {walks[i].Edges.Walks.Count} | {PrimePaths.Find(graphs[i]).Paths.Count} | {runs[i].Runs.Count}{(runs[i].Repeats.Count > 0 ? "+" + runs[i].Repeats.Count : "")} | {(runs[i].Proven ? "yes" : "no")} | {runs[i].Infeasible.Count} |");
        }

        FlowReadings.Say(flows);
    }

    // Rows of decisions that lead on to the next row or back, by a fixed congruence so that it is the same flow every time.
    private static string Large()
    {
        var text = new StringBuilder("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"large\"><startEvent id=\"start\"/><endEvent id=\"end\"/>");
        var state = 31u;
        for (var i = 0; i < LargeNodes - 2; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<exclusiveGateway id=\"g{i}\"/>");
        }

        var edge = 0;
        void Connect(string from, string to) => text.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"f{edge++}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>");
        Connect("start", "g0");
        Connect($"g{LargeNodes - 3}", "end");
        for (var i = 0; i < LargeNodes - 3; i++)
        {
            Connect($"g{i}", $"g{i + 1}");
            state = unchecked((state * 1664525) + 1013904223);
            var far = (int)(state >> 16) % 60;
            Connect($"g{i}", $"g{Math.Clamp(i + (far < 3 ? -far : far), 0, LargeNodes - 3)}");
        }

        return text.Append("</process></definitions>").ToString();
    }

    // One block after another: a parallel split, on one side a task, on the other a decision between two.
    private static string Blocks()
    {
        var text = new StringBuilder("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"large\"><startEvent id=\"s\"/><endEvent id=\"e\"/>");
        var before = "s";
        for (var i = 0; i < LargeNodes / 7; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<parallelGateway id=\"a{i}\"/><task id=\"t{i}\"/><exclusiveGateway id=\"x{i}\"/><task id=\"u{i}\"/><task id=\"v{i}\"/><exclusiveGateway id=\"m{i}\"/><parallelGateway id=\"b{i}\"/>");
            foreach (var (from, to) in new[] { (before, $"a{i}"), ($"a{i}", $"t{i}"), ($"a{i}", $"x{i}"), ($"x{i}", $"u{i}"), ($"x{i}", $"v{i}"), ($"u{i}", $"m{i}"), ($"v{i}", $"m{i}"), ($"t{i}", $"b{i}"), ($"m{i}", $"b{i}") })
            {
                text.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>");
            }

            before = $"b{i}";
        }

        return text.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"last\" sourceRef=\"{before}\" targetRef=\"e\"/></process></definitions>").ToString();
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
