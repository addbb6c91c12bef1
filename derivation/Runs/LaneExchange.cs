using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>One stimulus to a lane and the tasks of the lane that it sets going.</summary>
/// <param name="Exchange">Name of the exchange; empty where the flow names none.</param>
/// <param name="From">The lane it comes from.</param>
/// <param name="At">The first node it reaches.</param>
/// <param name="Nodes">Tasks of the lane up to the next exchange.</param>
public sealed record LaneExchange(string Exchange, string From, FlowNode At, IList<FlowNode> Nodes);
