using Conformance.Reference.Atena;

namespace Conformance.Reference.Tests.Atena;

public sealed class AtenaFaultTests
{
    private static readonly Lazy<Task<string>> Sound = new(() => Transcript.OfAsync());

    public static TheoryData<string> Faults => [.. AtenaFaults.All.Select(fault => fault.Id)];

    public static TheoryData<string> Variants => [.. AtenaVariants.All.Select(variant => variant.Id)];

    [Fact]
    public async Task The_sound_application_answers_the_same_every_time() =>
        (await Transcript.OfAsync()).Should().Be(await Sound.Value);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_changes_something(string fault) =>
        (await Transcript.OfAsync(fault: fault) == await Sound.Value).Should().BeFalse("{0} must show", fault);

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_variant_changes_something(string variant) =>
        (await Transcript.OfAsync(variant: variant) == await Sound.Value).Should().BeFalse("{0} must show", variant);

    [Fact]
    public void Every_function_has_a_fault() =>
        AtenaFaults.All.Select(fault => fault.Function).Distinct().Should().BeEquivalentTo(
            "0310001", "0310002", "0310003", "0310004", "0310005", "0310006", "0310007", "0310008", "0310009", "0310022", "0310023", "0310024");

    [Fact]
    public void Faults_are_at_least_26_with_unique_readable_IDs()
    {
        AtenaFaults.All.Should().HaveCountGreaterThanOrEqualTo(26).And.OnlyHaveUniqueItems(fault => fault.Id);
        AtenaFaults.All.Should().OnlyContain(fault => fault.App == "atena" && fault.What.Length > 0);
        AtenaFaults.All.Select(fault => fault.Id).Should().OnlyContain(id => id.Length > 4 && (id[0] == 'A' || id[0] == 'G') && id[3] == '-');
    }

    [Fact]
    public void The_drawn_faults_are_these_on_every_machine() =>
        AtenaFaults.All.Select(fault => fault.Id).Where(id => id[0] == 'G').Should().Equal(
            "G01-unchecked-na_nihonjin_furigana", "G02-unchecked-jusho_choazakodo", "G03-unchecked-jusho_katagaki",
            "G04-limit+1-seinengappi_fushohyoki", "G05-limit+1-tsusho", "G06-limit+1-shimei",
            "G07-limit-1-tsusho_furigana", "G08-limit-1-shimei_furigana", "G09-limit-1-jusho_katagaki",
            "G10-swapped-uji_nihonjin", "G11-swapped-uji_nihonjin_furigana", "G12-swapped-jusho_todofuken",
            "G13-truncated-shimei_gaikokujinromaji", "G14-truncated-shimei_furigana", "G15-truncated-tsusho_furigana",
            "G16-history-skipped-jusho_banchigohyoki", "G17-history-skipped-jusho_katagaki", "G18-history-skipped-seibetsu");

    [Fact]
    public void Every_variant_cites_its_permission() =>
        AtenaVariants.All.Should().HaveCountGreaterThanOrEqualTo(8).And.OnlyContain(variant => variant.Permission.Length > 20);
}
