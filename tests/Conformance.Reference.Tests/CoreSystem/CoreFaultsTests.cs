using Conformance.Reference.Core;

namespace Conformance.Reference.Tests.CoreSystem;

public sealed class CoreFaultsTests
{
    public static TheoryData<string> Faults => [.. CoreFaults.All.Select(fault => fault.Id)];

    public static TheoryData<string> Variants => [.. CoreVariants.All.Select(variant => variant.Id)];

    [Fact]
    public async Task The_sound_system_takes_every_step_right()
    {
        await using var core = await CoreInstance.StartAsync();
        (await new Walk(core).GoAsync()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_spoils_the_step_that_it_names_and_no_other(string id)
    {
        await using var core = await CoreInstance.StartAsync(fault: id);
        (await new Walk(core).GoAsync()).Should().Equal(CoreFaults.All.Single(fault => fault.Id == id).Function);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_variant_spoils_nothing(string id)
    {
        await using var core = await CoreInstance.StartAsync(variant: id);
        (await new Walk(core).GoAsync()).Should().BeEmpty();
    }

    [Fact]
    public void Faults_have_unique_ids_in_order_and_a_good_part_is_drawn()
    {
        CoreFaults.All.Select(fault => fault.Id).Should().OnlyHaveUniqueItems();
        CoreFaults.All.Select(fault => fault.Id[..4]).Should().Equal(
            Enumerable.Range(1, CoreFaults.All.Count).Select(number => $"C{number:00}-"));
        CoreFaults.All.Should().OnlyContain(fault => fault.App == "core" && fault.What.Length > 0);
        CoreFaults.All.Count(fault => fault.Id.Contains("-drops-", StringComparison.Ordinal)
            || fault.Id.Contains("-cuts-", StringComparison.Ordinal)
            || fault.Id.Contains("-swaps-", StringComparison.Ordinal)).Should().BeGreaterThan(9);
    }

    [Fact]
    public void Unknown_faults_and_variants_are_refused_by_name()
    {
        var options = new CoreOptions
        {
            Neighbour = new Uri("http://127.0.0.1:1"),
            TokenEndpoint = new Uri("http://127.0.0.1:1"),
            ClientId = "",
            ClientSecret = "",
        };
        FluentActions.Invoking(() => CoreApp.Build(options with { Fault = "C99" })).Should().Throw<ArgumentException>().WithMessage("*C99*");
        FluentActions.Invoking(() => CoreApp.Build(options with { Variant = "V99" })).Should().Throw<ArgumentException>().WithMessage("*V99*");
    }
}
