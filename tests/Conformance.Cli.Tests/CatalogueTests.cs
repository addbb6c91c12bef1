using System.Text.Json;

namespace Conformance.Cli.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public async Task Faults_are_listed_as_id_function_and_what()
    {
        var result = await ConformanceProgram.RunAsync("faults", "--json");

        result.ExitCode.Should().Be(0);
        var faults = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ToList();
        faults.Should().HaveCountGreaterThanOrEqualTo(24);
        faults.Should().OnlyContain(fault => fault.EnumerateObject().Select(member => member.Name).SequenceEqual(new[] { "id", "function", "what" }));

        // What belongs to no function violates none.
        faults.SelectMany(fault => fault.EnumerateObject()).Where(member => member.Name != "function").Should().OnlyContain(member => !string.IsNullOrWhiteSpace(member.Value.GetString()));
        faults.Count(fault => fault.GetProperty("function").GetString()!.Length == 0).Should().BeLessThanOrEqualTo(2);
        faults.Select(fault => fault.GetProperty("id").GetString()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Every_function_of_the_standard_has_a_fault_that_violates_it()
    {
        var faults = JsonDocument.Parse((await ConformanceProgram.RunAsync("faults", "--json")).Output).RootElement.EnumerateArray()
            .Select(fault => fault.GetProperty("function").GetString()).ToHashSet();
        var standard = JsonDocument.Parse((await ConformanceProgram.RunAsync("spec", "show", "031", "--json")).Output).RootElement.GetProperty("standards")[0];

        standard.GetProperty("functions").EnumerateArray().Select(function => function.GetProperty("id").GetString()).Should().BeSubsetOf(faults);
    }

    [Fact]
    public async Task Variants_cite_what_permits_them()
    {
        var result = await ConformanceProgram.RunAsync("variants", "--json");

        result.ExitCode.Should().Be(0);
        var variants = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ToList();
        variants.Should().HaveCountGreaterThanOrEqualTo(8);
        variants.Should().OnlyContain(variant => variant.GetProperty("permission").GetString()!.Length > 0);
    }
}
