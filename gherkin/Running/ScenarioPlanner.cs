namespace Conformance.Gherkin;

/// <summary>Chooses the scenarios of a run and binds their steps, each just before it runs.</summary>
internal sealed class ScenarioPlanner(BindingCatalogue bindings)
{
    /// <summary>The scenarios of the run, in the order in which they are to start.</summary>
    public static IReadOnlyList<(Pickle Pickle, string Pass)> Choose(FeatureReading features, RunOptions options)
    {
        var passes = options.Passes ?? (static _ => [""]);
        var chosen = features.Documents
            .SelectMany(document => document.Pickles)
            .Where(options.Filter ?? (static _ => true))
            .SelectMany(pickle => passes(pickle), (pickle, pass) => (pickle, pass))
            .ToList();
        if (options.Order == ScenarioOrder.Reverse)
        {
            chosen.Reverse();
        }

        IReadOnlyList<(Pickle Pickle, string Pass)> mine = options.Shard is { } shard ? shard.Of(chosen) : chosen;
        return options.PassFilter is { } keep ? [.. mine.Where(one => keep(one.Pickle, one.Pass))] : mine;
    }

    public PlannedScenario Plan(int number, Pickle pickle, string pass)
    {
        var steps = new List<PlannedStep>(pickle.Steps.Count);
        AddHooks(steps, HookKind.BeforeScenario, pickle);
        foreach (var step in pickle.Steps)
        {
            steps.Add(new PlannedStep.OfStep(steps.Count, step, bindings.Match(step, pickle)));
        }

        AddHooks(steps, HookKind.AfterScenario, pickle);
        return new() { Number = number, Pickle = pickle, Pass = pass, Steps = steps };
    }

    private void AddHooks(List<PlannedStep> steps, HookKind kind, Pickle pickle)
    {
        foreach (var hook in bindings.HooksOf(kind))
        {
            if (hook.AppliesTo(pickle))
            {
                steps.Add(new PlannedStep.OfHook(steps.Count, hook));
            }
        }
    }
}
