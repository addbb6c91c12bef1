namespace Conformance.Verdicts;

/// <summary>One scenario, performed through the API and through the screens, did not come out the same.</summary>
/// <param name="Unit">The unit that the step blames; empty where it blames none.</param>
/// <param name="Step">Text of the step.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Api">What the API showed; <paramref name="Ui"/>: what the screens showed.</param>
public sealed record SurfaceDifference(string Scenario, string Name, string Unit, string Step, DifferenceKind Kind, string Api, string Ui);

/// <summary>How an API and its screens can differ.</summary>
public enum DifferenceKind
{
    /// <summary>An expectation holds on one and not on the other.</summary>
    Verdict,

    /// <summary>One took what the other refused, and no expectation says which is right.</summary>
    Outcome,

    /// <summary>Both answered, with different values.</summary>
    Outputs,
}

/// <summary>What the target answered at a step, told so that it can be compared with what another surface answered about another person.</summary>
/// <param name="Exchange">Name of the exchange.</param>
/// <param name="Outcome">accepted, refused, unauthorised or failed.</param>
/// <param name="Items">Item to value. What belongs to a person of the scenario is written as whose it is: <c>{甲.氏名}</c>. Numbers, days and
/// times that the product gives out are left away.</param>
public sealed record SeenOutput(string Exchange, string Outcome, IReadOnlyDictionary<string, string> Items);
