using System.Text.Json;

namespace Conformance.Cli.Tests;

/// <summary>A fixed sample of the seeded faults: of most functions of 031 and some steps, and of larger standards with the scenarios of the function alone. All of them, with all scenarios, by <c>selftest</c>.</summary>
public sealed class SelftestSampleTests
{
    [Theory]
    [InlineData("J36-protection-in-order-of-arrival", "--own")]
    [InlineData("J50-line-twice-in-file", "--own")]
    [InlineData("R50-end-after-moving-out-ignored", "--own")]
    [InlineData("SG05-show-drops-jusho")]
    public async Task Each_fault_around_a_business_is_found_and_blamed_on_exactly_its_unit(string fault, params string[] scope)
    {
        using var folder = new TemporaryFolder();

        var result = await ConformanceProgram.RunAsync(["selftest", "--seeds", "0", "--out", folder.Path, "--fault", fault, .. scope]);

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        result.Output.Should().Contain("1 faults: 1 found, 1 blamed on exactly their unit.");
    }

    [Fact]
    public async Task Each_fault_of_the_sample_is_found_and_blamed_on_exactly_its_unit()
    {
        string[] faults =
        [
            "A04-number-full-width", "A08-selectors-dropped", "A14-missing-operator-accepted", "A23-past-not-searched",
            "A28-answer-omits-address", "A35-sex-condition-ignored", "A47-deletion-not-in-history",
            "A48-inherited-number-replaced", "C17-deletion-not-sent", "C26-undo-sent-as-link",
        ];
        using var folder = new TemporaryFolder();

        var result = await ConformanceProgram.RunAsync(["selftest", "--json", "--seeds", "0", "--out", folder.Path, "--fault", .. faults]);

        result.ExitCode.Should().Be(0, result.Errors);
        using var json = JsonDocument.Parse(result.Output);
        var found = json.RootElement.GetProperty("faults").EnumerateArray().ToList();
        found.Select(fault => fault.GetProperty("id").GetString()).Should().Equal(faults);
        found.Where(fault => !fault.GetProperty("exact").GetBoolean()).Select(fault => fault.ToString()).Should().BeEmpty();
    }
}
