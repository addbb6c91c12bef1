namespace Conformance.Verdicts;

/// <summary>What the scenarios of a run come to, taken in one look at each: there may be very many, and they need not be in memory.</summary>
internal sealed class ScenarioTally
{
    private readonly Dictionary<string, UnitTally> units = new(StringComparer.Ordinal);
    private readonly int[] verdicts = NoVerdicts();
    private readonly SortedDictionary<CauseKind, int> causes = [];

    private ScenarioTally() { }

    /// <summary>Units that findings blame.</summary>
    public IReadOnlyDictionary<string, UnitTally> Units => units;

    public int Count { get; private set; }

    public ScenarioCounts Counts => CountsOf(verdicts);

    /// <summary>In the order of their kinds.</summary>
    public IReadOnlyDictionary<CauseKind, int> Causes => causes;

    public static ScenarioTally Of(IEnumerable<ScenarioResult> scenarios)
    {
        var tally = new ScenarioTally();
        foreach (var scenario in scenarios)
        {
            tally.Add(scenario);
        }

        return tally;
    }

    private void Add(ScenarioResult scenario)
    {
        Count++;
        verdicts[(int)scenario.Verdict]++;
        if (scenario.Cause is { } cause)
        {
            causes[cause] = causes.GetValueOrDefault(cause) + 1;
        }

        foreach (var group in scenario.Findings.GroupBy(finding => finding.Function))
        {
            // The first of the worst.
            (units.TryGetValue(group.Key, out var unit) ? unit : units[group.Key] = new()).Add(scenario, group.MinBy(finding => finding.Verdict)!);
        }
    }

    private static int[] NoVerdicts() => new int[Enum.GetValues<VerdictKind>().Length];

    private static ScenarioCounts CountsOf(int[] verdicts) => new(
        verdicts[(int)VerdictKind.Conforms], verdicts[(int)VerdictKind.Nonconforming], verdicts[(int)VerdictKind.Inconclusive],
        verdicts[(int)VerdictKind.NotApplicable], verdicts[(int)VerdictKind.NotVerified]);

    /// <summary>What the scenarios that blame one unit come to.</summary>
    internal sealed class UnitTally
    {
        private readonly int[] verdicts = NoVerdicts();

        public ScenarioCounts Counts => CountsOf(verdicts);

        /// <summary>The worst verdict, of the first scenario that has it.</summary>
        public VerdictKind Verdict { get; private set; } = (VerdictKind)int.MaxValue;

        public CauseKind? Cause { get; private set; }

        /// <summary>Why that scenario could not tell; null where it says nothing.</summary>
        public string? Reason { get; private set; }

        /// <summary>What it saw.</summary>
        public string Observed { get; private set; } = "";

        public void Add(ScenarioResult scenario, Finding worst)
        {
            verdicts[(int)worst.Verdict]++;
            if (worst.Verdict < Verdict)
            {
                (Verdict, Cause, Reason, Observed) = (worst.Verdict, scenario.Cause, scenario.Reason, worst.Observed);
            }
        }
    }
}
