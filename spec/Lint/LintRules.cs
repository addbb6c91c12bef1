using Conformance.Spec.Lint.Rules;

namespace Conformance.Spec.Lint;

/// <summary>The rules for standards. Rules for flows (FL…) are added to this list where they are defined.</summary>
public static class LintRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        .. FunctionRules.All,
        .. WordingRules.All,
        .. DateRules.All,
        .. DataRules.All,
        .. FormRules.All,
        .. LinkageRules.All,
        .. MechanismRules.All,
    ];
}
