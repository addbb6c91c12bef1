using System.Globalization;

namespace Conformance.Gherkin;

/// <summary>Identifiers in messages. They are made from what a thing is, so that none has to be remembered.</summary>
internal static class Ids
{
    public const string Run = "run";

    public static string Node(int document, int node) => string.Create(CultureInfo.InvariantCulture, $"node-{document}-{node}");

    public static string PickleStep(Pickle pickle, int step) => string.Create(CultureInfo.InvariantCulture, $"{pickle.Id}#{step}");

    public static string Binding(int number) => string.Create(CultureInfo.InvariantCulture, $"binding-{number}");

    public static string Execution(int number) => string.Create(CultureInfo.InvariantCulture, $"hook-run-{number}");

    public static string Case(PlannedScenario scenario) => scenario.Pass.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"case-{scenario.Number}")
        : string.Create(CultureInfo.InvariantCulture, $"case-{scenario.Number}-{scenario.Pass}");

    public static string Step(PlannedScenario scenario, PlannedStep step) => string.Create(CultureInfo.InvariantCulture, $"{Case(scenario)}#{step.Number}");

    public static string Attempt(PlannedScenario scenario, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{Case(scenario)}@{attempt}");
}
