using Conformance.Spec;

namespace Conformance.Derivation.Lint;

/// <summary>One thing that is wrong with the drawing of a flow.</summary>
/// <param name="Code">Of the rule, such as <c>FL105</c>.</param>
/// <param name="Element">ID of the node or sequence flow, or of the process.</param>
public sealed record FlowFlaw(string Code, string Element, int Line, Wording Fact);
