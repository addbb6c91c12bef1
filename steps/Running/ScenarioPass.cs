namespace Conformance.Steps.Running;

/// <summary>The surface on which a scenario runs this time, and its cancellation: the two things that Reqnroll does not have.</summary>
internal static class ScenarioPass
{
#if GHERKIN_EMBEDDED
    public static string Surface(ScenarioContext scenario) => scenario.ScenarioInfo.Pass.Length > 0 ? scenario.ScenarioInfo.Pass : "api";

    public static CancellationToken Cancellation(ScenarioContext scenario) => scenario.CancellationToken;
#else
    public static string Surface(ScenarioContext scenario) => Environment.GetEnvironmentVariable("CONFORMANCE_SURFACE") ?? "api";

    public static CancellationToken Cancellation(ScenarioContext scenario) => CancellationToken.None;
#endif
}
