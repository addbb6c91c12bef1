using Conformance.Reports.Html;
using Conformance.Spec;

namespace Conformance.Reports.Living;

/// <summary>A standard with what is derived from it.</summary>
/// <param name="Flows">To be drawn.</param>
public sealed record LivingStandard(Standard Standard, IReadOnlyList<FlowPicture> Flows, IReadOnlyList<LivingScenario> Scenarios)
{
    /// <summary>File of its page.</summary>
    public string Page => Standard.Key.Replace('/', '-') + ".html";
}
