using Conformance.Cli.Commands.Testing;

namespace Conformance.Cli.Tests;

public sealed class TestOutcomeTests
{
    private const string Report = """
        <assemblies><assembly name="X" time="1.5"><errors><error type="test-cleanup"><failure><message>left open</message></failure></error></errors>
        <collection>
          <test name="Good" result="Pass" time="0.1"/>
          <test name="Bad" result="Fail" time="0.1"><failure><message>Expected 1</message><stack-trace>at Bad()</stack-trace></failure></test>
          <test name="Elsewhere" result="Skip" time="0"><reason>Not on this machine.</reason></test>
        </collection></assembly></assemblies>
        """;

    [Fact]
    public void Failures_errors_and_skips_are_told_apart()
    {
        var outcome = TestOutcome.Read("X", Report, 1);

        outcome.Passed.Should().Be(1);
        outcome.Failures.Select(failure => failure.Message.ReplaceLineEndings("|")).Should().Equal("Expected 1|at Bad()", "left open");
        outcome.Skips.Should().Equal(("Elsewhere", "Not on this machine."));
    }

    [Fact]
    public void A_program_that_failed_without_a_failed_test_failed() =>
        TestOutcome.Read("X", """<assemblies><assembly><collection><test name="Good" result="Pass"/></collection></assembly></assemblies>""", 134).Failures.Should().ContainSingle().Which.Message.Should().Contain("134");

    [Theory]
    [InlineData("")]
    [InlineData("<assemblies><assembly>")]
    public void A_program_that_ended_before_its_report_was_complete_failed(string report)
    {
        var outcome = TestOutcome.Read("X", report, 0);

        outcome.Passed.Should().Be(0);
        outcome.Failures.Should().ContainSingle();
    }

    private const string Trx = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
          <UnitTestResult testName="Good" outcome="Passed" />
          <UnitTestResult testName="Bad" outcome="Failed"><Output><ErrorInfo><Message>Expected 1</Message><StackTrace>at Bad()</StackTrace></ErrorInfo></Output></UnitTestResult>
          <UnitTestResult testName="Gone" outcome="Aborted" />
          <UnitTestResult testName="Elsewhere" outcome="NotExecuted"><Output><ErrorInfo><Message>Not on this machine.</Message></ErrorInfo></Output></UnitTestResult>
        </Results></TestRun>
        """;

    [Fact]
    public void The_report_of_the_test_platform_tells_failures_and_skips_apart_too()
    {
        var outcome = TestOutcome.ReadTrx("X", Trx, 1);

        outcome.Passed.Should().Be(1);
        outcome.Failures.Select(failure => (failure.Test, failure.Message.ReplaceLineEndings("|"))).Should().Equal(("Bad", "Expected 1|at Bad()"), ("Gone", ""));
        outcome.Skips.Should().Equal(("Elsewhere", "Not on this machine."));
        TestOutcome.ReadTrx("X", "", 0).Failures.Should().ContainSingle();
        TestOutcome.ReadTrx("X", """<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010" />""", 1).Failures.Should().ContainSingle();
    }
}
