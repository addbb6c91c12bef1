using Conformance.Reports.Html;
using Conformance.Spec;

namespace Conformance.Reports.Coverage;

/// <summary>What of a standard a run could show.</summary>
/// <param name="Summaries">要旨 by function ID, for functions that nothing checks.</param>
public sealed record CoveredSpecification(IReadOnlyDictionary<string, string> Summaries, IReadOnlyList<DataItem> Items, IReadOnlyList<FlowPicture> Flows);
