namespace Conformance.Spec.Contracts;

/// <summary>The tag of a scenario that names a unit which it blames: a function, or a step of a flow.</summary>
public static class UnitTags
{
    private const string Function = "@機能:";
    private const string FlowStep = "@手順:";

    public static string Of(VerdictUnit kind, string unit) => (kind == VerdictUnit.Function ? Function : FlowStep) + unit;

    /// <summary>The units that these tags name, in their order.</summary>
    public static IEnumerable<string> Units(IEnumerable<string> tags) => tags
        .Where(tag => tag.StartsWith(Function, StringComparison.Ordinal) || tag.StartsWith(FlowStep, StringComparison.Ordinal))
        .Select(tag => tag[(tag.IndexOf(':', StringComparison.Ordinal) + 1)..]);
}
