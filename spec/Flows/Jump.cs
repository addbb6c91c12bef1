namespace Conformance.Spec.Flows;

/// <summary>Goes on in another flow from a step on (「…の⑥に遷移」).</summary>
public sealed record Jump(string Flow, string Step);
