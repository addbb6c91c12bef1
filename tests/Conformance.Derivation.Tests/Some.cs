using System.Runtime.CompilerServices;
using Conformance.Derivation.Runs;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;
using Conformance.Spec.Loading;

namespace Conformance.Derivation.Tests;

/// <summary>Small flows by hand, and the standard that is checked in.</summary>
internal static class Some
{
    public static string Root { get; } = FindRoot();

    public static string Features => Path.Combine(Root, "features");

    /// <summary>The checked-in standard, loaded once.</summary>
    public static Standard Checked { get; } = StandardLoader.LoadById(Path.Combine(Root, "standards"), "031");

    public static FlowNode Node(string id, string lane = "甲レーン", string kind = "task", string exchange = "", string function = "", Decision? decision = null, Jump? jump = null) =>
        new(id, kind, "名 " + id, lane, "999-1-" + id, function, exchange, decision, jump, 7, 3);

    public static FlowNode Gateway(string id, string lane = "甲レーン", Decision? decision = null) => Node(id, lane, "exclusiveGateway", decision: decision);

    public static Decision Decision(string by, params (string Edge, string Answer, string Exchange)[] outcomes) =>
        new(by, [.. outcomes.Select(outcome => new DecisionOutcome(outcome.Edge, outcome.Answer, outcome.Exchange, []))]);

    /// <summary>A flow whose edges are written <c>a-b</c>; an edge's ID is its text.</summary>
    public static Flow Flow(IReadOnlyList<FlowNode> nodes, params string[] edges) => Flow("999-1", nodes, edges);

    public static Flow Flow(string id, IReadOnlyList<FlowNode> nodes, params string[] edges) => new(id, "流れ", "flows/x.bpmn", nodes,
        [.. edges.Select(edge => edge.Split('-')).Select(ends => new FlowEdge($"{ends[0]}-{ends[1]}", ends[0], ends[1], "", 1, 1))]);

    public static Standard Standard(params Flow[] flows) => new(
        "/standards/999-rei/1.0", "999", "例", "1.0", new DateOnly(2026, 4, 1), StandardStatus.Illustrative, false, [], [], [], [], [], flows, [], []);

    public static IReadOnlyList<FlowRun> Runs(Flow flow, params Flow[] others) => RunFinder.Find(Standard([flow, .. others]), flow);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
