using Conformance.Derivation.Suites;

namespace Conformance.Cli.Flows;

/// <summary>A criterion as the command line names it.</summary>
internal static class CriterionWord
{
    public static readonly string[] All = ["nodes", "edges", "runs", "prime-paths"];

    public static string Of(Criterion criterion) => All[(int)criterion];

    public static Criterion Parse(string word) => (Criterion)Array.IndexOf(All, word);
}
