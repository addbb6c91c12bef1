using Conformance.Cli.Recording;
using Conformance.Drivers;
using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Which scenarios a run has, on which surfaces, and which of them are this process's.</summary>
internal sealed class RunSelection
{
    private readonly Func<Pickle, bool> asked;
    private readonly Execution execution;
    private readonly string? filter;

    /// <param name="inapplicable">Unit to why it does not apply.</param>
    /// <param name="open">The surfaces that are open.</param>
    /// <param name="durations">By which parts are balanced; null where none were recorded.</param>
    /// <exception cref="BadInputException">CF6020: nothing is left; CF6022 and others: the filter cannot be read.</exception>
    public RunSelection(RunRequest request, RoleContracts role, FeatureReading reading, IReadOnlyDictionary<string, string> inapplicable, Surfaces open, Func<Pickle, string, TimeSpan?>? durations)
    {
        (execution, filter) = (request.Execution, request.Filter);
        Drivers = [.. open.HasFlag(Surfaces.Api) ? ["api"] : Array.Empty<string>(), .. open.HasFlag(Surfaces.Ui) ? ["ui"] : Array.Empty<string>()];
        var (matches, excused) = (ScenarioFilter.Parse(filter), Excused(request, role, inapplicable));
        asked = pickle => matches(pickle) && !excused(pickle);
        Plan = new RunPlan(reading, asked, Passes, durations);
        if (Plan.All.Count == 0)
        {
            throw NothingLeft();
        }

        Mine = execution.Shard is { } part ? (part with { Durations = durations }).Of(Plan.All) : Plan.All;
        if (execution.Only is { } only)
        {
            Mine = [.. Mine.Where(one => only.Keys.Contains(ScenarioKey.Of(one.Pickle, one.Pass) with { Edition = request.Interface?.Key }))];
            if (Mine.Count == 0)
            {
                throw NothingLeft();
            }
        }

        var whole = RunPlan.Scenarios(reading, pickle => !excused(pickle), Passes);
        (Filtered, LeftOut) = (RunPlan.LeftOut(whole, Plan.All), RunPlan.LeftOut(whole, Mine));
    }

    /// <summary><c>api</c>, <c>ui</c> or both.</summary>
    public IReadOnlyList<string> Drivers { get; }

    /// <summary>The whole run.</summary>
    public RunPlan Plan { get; }

    /// <summary>What this process has to bring to an end.</summary>
    public IReadOnlyList<(Pickle Pickle, string Pass)> Mine { get; }

    /// <summary>Unit to how many of its scenarios the filter leaves out; null where it leaves out nothing.</summary>
    public IReadOnlyDictionary<string, int>? Filtered { get; }

    /// <summary>The same with those that are left to other parts, or to no run.</summary>
    public IReadOnlyDictionary<string, int>? LeftOut { get; }

    /// <summary>Such as <c>2/5</c>; null for a whole run.</summary>
    public string? Part => execution.Shard is { } part ? $"{part.Index}/{part.Count}" : null;

    /// <summary>Why it is not the whole run; null where it is.</summary>
    public string? Partial => execution.Only?.Why ?? (Part is { } part ? $"part {part}" : null);

    /// <summary>Whether what is looked at once in a run, and by no scenario, is looked at here.</summary>
    public bool LooksAround => filter is null && execution.Only is null && execution.Shard is null or { Index: 1 };

    public bool Has(Pickle pickle) => asked(pickle);

    /// <summary>The surfaces on which a scenario is tried.</summary>
    public IEnumerable<string> Passes(Pickle pickle) => Drivers.Where(surface => pickle.HasTag("@" + surface));

    private BadInputException NothingLeft() =>
        new(new Problem("CF6020", filter ?? "", 0, 0, "No scenario is left to run.", "Widen --filter, or choose a driver that the profile describes."));

    // A scenario about nothing but what the product need not have is not tried: it would write for nothing and fail for nothing.
    private static Predicate<Pickle> Excused(RunRequest request, RoleContracts role, IReadOnlyDictionary<string, string> inapplicable)
    {
        var declared = request.Profile.Declares.Functions;
        var units = inapplicable.Keys.Concat(role.Unit == VerdictUnit.FlowStep ? [] : request.Standard.Functions
            .Where(function => function.Classes.TryGetValue(request.Profile.Class, out var required) && required == RequirementClass.Optional && !declared.Contains(function.Id.Value))
            .Select(function => function.Id.Value)).ToHashSet(StringComparer.Ordinal);
        return pickle => units.Count > 0 && pickle.Steps.Select(step => UnitText.Parse(step.Text)?.Unit).OfType<string>().ToList() is { Count: > 0 } blamed && blamed.TrueForAll(units.Contains);
    }
}
