using System.Reflection;

namespace Conformance.Gherkin;

/// <summary>
/// Everything that binding classes declare: steps, hooks, transformations, parameter types, and what is wrong with them. Safe for use by
/// several threads.
/// </summary>
public sealed class BindingCatalogue
{
    internal BindingCatalogue(
        IReadOnlyList<StepDefinition> steps,
        IReadOnlyList<Hook> hooks,
        IReadOnlyList<ArgumentTransformation> transformations,
        ParameterTypes parameterTypes,
        IReadOnlyList<GherkinProblem> problems,
        IReadOnlyList<UndefinedParameterType> undefinedParameterTypes)
    {
        StepDefinitions = steps;
        Hooks = hooks;
        Transformations = transformations;
        ParameterTypes = parameterTypes;
        Problems = problems;
        UndefinedParameterTypes = undefinedParameterTypes;
        Conversion = new(transformations);
        _hooks = [.. Enum.GetValues<HookKind>().Select(kind => Ordered(kind, hooks.Where(hook => hook.Kind == kind)))];
    }

    // By kind.
    private readonly Hook[][] _hooks;

    public IReadOnlyList<StepDefinition> StepDefinitions { get; }

    public IReadOnlyList<Hook> Hooks { get; }

    public IReadOnlyList<ArgumentTransformation> Transformations { get; }

    public ParameterTypes ParameterTypes { get; }

    /// <summary>Bindings that cannot be used, and warnings about those that hardly mean what they say.</summary>
    public IReadOnlyList<GherkinProblem> Problems { get; }

    public IReadOnlyList<UndefinedParameterType> UndefinedParameterTypes { get; }

    internal ArgumentConversion Conversion { get; }

    /// <summary>Collects the classes marked <c>[Binding]</c> of assemblies.</summary>
    public static BindingCatalogue Of(params IReadOnlyList<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        return OfTypes(assemblies.SelectMany(assembly => assembly.GetTypes()));
    }

    /// <summary>Collects those of the classes that are marked <c>[Binding]</c>, in the order in which they are declared.</summary>
    public static BindingCatalogue OfTypes(params IEnumerable<Type> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return new BindingCollector().Collect(types);
    }

    /// <summary>
    /// The definitions that fit a step: none, one, or several when it is ambiguous. Definitions with a more specific scope displace others;
    /// a method that fits in several ways counts once.
    /// </summary>
    public IReadOnlyList<StepMatch> Match(PickleStep step, Pickle pickle)
    {
        ArgumentNullException.ThrowIfNull(step);
        List<(StepMatch Match, int Weight)>? found = null;
        foreach (var definition in StepDefinitions)
        {
            if (definition.Kind is { } kind && step.Kind != kind && step.Kind != StepKind.Unknown)
            {
                continue;
            }

            if (definition.Expression.Match(step.Text) is { } arguments && definition.Scope.Weight(pickle) is { } weight)
            {
                (found ??= []).Add((new(definition, arguments), weight));
            }
        }

        if (found is null)
        {
            return [];
        }

        if (found.Count == 1)
        {
            return [found[0].Match];
        }

        var heaviest = found.Max(candidate => candidate.Weight);
        return [.. found.Where(candidate => candidate.Weight == heaviest).Select(candidate => candidate.Match).DistinctBy(match => match.Definition.Method.Method)];
    }

    /// <summary>Hooks of a kind in the order in which they run.</summary>
    internal Hook[] HooksOf(HookKind kind) => _hooks[(int)kind];

    // Of one order, hooks that clean up run the other way round than they are written.
    private static Hook[] Ordered(HookKind kind, IEnumerable<Hook> hooks)
    {
        var isAfter = kind is HookKind.AfterTestRun or HookKind.AfterFeature or HookKind.AfterScenario or HookKind.AfterScenarioBlock or HookKind.AfterStep;
        return [.. hooks.OrderBy(hook => hook.Order).ThenBy(hook => isAfter ? -hook.Number : hook.Number)];
    }
}
