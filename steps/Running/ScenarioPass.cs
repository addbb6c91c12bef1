namespace Conformance.Steps.Running;

/// <summary>The surface on which a scenario runs this time, and its cancellation, and which attempt it is: the things that Reqnroll does not have.</summary>
internal static class ScenarioPass
{
#if GHERKIN_EMBEDDED
    public static string Surface(ScenarioContext scenario) => scenario.ScenarioInfo.Pass.Length > 0 ? scenario.ScenarioInfo.Pass : "api";

    public static CancellationToken Cancellation(ScenarioContext scenario) => scenario.CancellationToken;

    public static int Attempt(ScenarioContext scenario) => scenario.ScenarioInfo.Attempt;
#else
    public static string Surface(ScenarioContext scenario) => Environment.GetEnvironmentVariable("CONFORMANCE_SURFACE") ?? "api";

    public static CancellationToken Cancellation(ScenarioContext scenario) => CancellationToken.None;

    public static int Attempt(ScenarioContext scenario) => 0;
#endif
}
