namespace Conformance.Gherkin;

/// <summary>To which scenarios a binding is limited.</summary>
internal sealed class BindingScope
{
    private readonly (TagExpression? Tag, string? Feature, string? Scenario)[] _alternatives;

    private BindingScope((TagExpression? Tag, string? Feature, string? Scenario)[] alternatives) => _alternatives = alternatives;

    /// <exception cref="FormatException">A tag expression is wrong.</exception>
    public static BindingScope Of(IEnumerable<ScopeAttribute> attributes) => new(
    [
        .. attributes.Select(attribute => (
            attribute.Tag is { } tag ? HookFilter.Tag(tag) : null, attribute.Feature, attribute.Scenario)),
    ]);

    /// <summary>How many things the best fitting scope names; 0 for a binding without scope; null if no scope fits.</summary>
    public int? Weight(Pickle pickle)
    {
        if (_alternatives.Length == 0)
        {
            return 0;
        }

        int? best = null;
        foreach (var (tag, feature, scenario) in _alternatives)
        {
            if (tag?.Matches(pickle) != false
                && (feature is null || feature == pickle.Feature.Name)
                && (scenario is null || scenario == pickle.Name))
            {
                var weight = (tag is null ? 0 : 1) + (feature is null ? 0 : 1) + (scenario is null ? 0 : 1);
                best = Math.Max(best ?? 0, weight);
            }
        }

        return best;
    }
}
