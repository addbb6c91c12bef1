using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests;

public sealed class EditionsAndExitCodeTests
{
    private static readonly InterfaceEdition Stays = new("2.0", ["1.0"]);

    [Theory]
    [InlineData("2026-03-31", ExitCode.Conforms)]
    [InlineData("2026-04-06", ExitCode.Nonconforming)]
    public void Outside_of_its_period_an_edition_is_reported_and_decides_nothing(string until, int code) =>
        ExitCode.Of([Run(Stays, VerdictKind.Conforms), Run(Goes(until), VerdictKind.Nonconforming)]).Should().Be(code);

    [Fact]
    public void The_edition_that_stays_decides_whatever_the_day() =>
        ExitCode.Of([Run(Stays, VerdictKind.Nonconforming), Run(Goes("2026-03-31"), VerdictKind.Conforms)]).Should().Be(ExitCode.Nonconforming);

    [Fact]
    public void Where_nothing_else_was_run_it_decides() =>
        ExitCode.Of([Run(Goes("2026-03-31"), VerdictKind.Nonconforming)]).Should().Be(ExitCode.Nonconforming);

    [Fact]
    public void A_run_that_was_stopped_has_not_come_to_its_end_in_any_edition() =>
        ExitCode.Of([Run(Stays, VerdictKind.Conforms), Run(Goes("2026-03-31"), VerdictKind.Inconclusive, cancelled: true)]).Should().Be(ExitCode.Cancelled);

    private static InterfaceEdition Goes(string until) => new("1.0", ["2.0"]) { Until = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Basis = "例" };

    // Begun in the evening of 5 April in UTC, which is the sixth in Japan.
    private static RunResult Run(InterfaceEdition edition, VerdictKind verdict, bool cancelled = false) => new(
        new RunInfo("a", 1, "900", "例", "0.1", "illustrative", "役割", MunicipalityClass.Other, "製品", "1", ["api"], new DateTimeOffset(2026, 4, 5, 20, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 4, 5, 21, 0, 0, TimeSpan.Zero), verdict, "")
        {
            Interface = edition,
            Cancelled = cancelled,
        },
        [], [], [], new Summary(0, 0, 0, 0, 0, 0, 0, 0, new ScenarioCounts(0, 0, 0, 0, 0), new Dictionary<CauseKind, int>()));
}
