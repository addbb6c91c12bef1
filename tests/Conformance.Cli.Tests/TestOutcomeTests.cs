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
}
