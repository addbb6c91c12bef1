namespace Conformance.XunitHost.Tests;

[Binding]
public sealed class Steps(ScenarioInfo info, IReqnrollOutputHelper output)
{
    private static int s_runs;
    private static int s_features;

    public static int Runs => s_runs;

    public static int FeaturesStarted => s_features;

    [BeforeTestRun]
    public static void BeforeRun() => Interlocked.Increment(ref s_runs);

    [BeforeFeature]
    public static void BeforeFeature() => Interlocked.Increment(ref s_features);

    [Given("通る")]
    public void Pass() => output.WriteLine("通った");

    [When("落ちる")]
    [Given("落ちる")]
    public static void Fail() => throw new InvalidOperationException("だめ");

    [Given("ここでは意味がない")]
    public static void Skip() => throw new SkippedStepException("この団体では行わない");

    [Given("夜間バッチを待つ")]
    public static void Wait() => throw new WaitingStepException("夜間バッチ");

    [Given("二度目に通る")]
    public void Second() => info.Attempt.Should().Be(1);
}
