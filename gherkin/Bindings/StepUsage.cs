namespace Conformance.Gherkin;

/// <summary>Which step definitions features use, and where.</summary>
public sealed class StepUsage
{
    private readonly Dictionary<StepDefinition, List<(Pickle Pickle, PickleStep Step)>> _uses = [];
    private readonly List<(Pickle Pickle, PickleStep Step, IReadOnlyList<StepMatch> Matches)> _unbound = [];

    private StepUsage() { }

    /// <summary>Steps that no definition fits, or several.</summary>
    public IReadOnlyList<(Pickle Pickle, PickleStep Step, IReadOnlyList<StepMatch> Matches)> Unbound => _unbound;

    /// <summary>Binds every step of the features.</summary>
    public static StepUsage Of(BindingCatalogue bindings, FeatureReading features)
    {
        ArgumentNullException.ThrowIfNull(bindings);
        ArgumentNullException.ThrowIfNull(features);
        var usage = new StepUsage();
        foreach (var pickle in features.Documents.SelectMany(document => document.Pickles))
        {
            foreach (var step in pickle.Steps)
            {
                var matches = bindings.Match(step, pickle);
                if (matches is [var match])
                {
                    (usage._uses.TryGetValue(match.Definition, out var uses) ? uses : usage._uses[match.Definition] = []).Add((pickle, step));
                }
                else
                {
                    usage._unbound.Add((pickle, step, matches));
                }
            }
        }

        return usage;
    }

    /// <summary>The steps of scenarios that a definition runs for; empty when none does.</summary>
    public IReadOnlyList<(Pickle Pickle, PickleStep Step)> UsesOf(StepDefinition definition) => _uses.TryGetValue(definition, out var uses) ? uses : [];
}
