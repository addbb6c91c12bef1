using Conformance.Reference.Atena;
using Conformance.Reference.Core;
using Conformance.Reference.Jidoteate;
using Conformance.Reference.Jumin;
using Conformance.Reference.Office;
using Conformance.Reference.Shikyu;

namespace Conformance.Reference.Tests.Office;

public sealed class OfficeFaultTests
{
    private static readonly ReferenceProduct[] Products = [JidoteateApp.Product, JuminApp.Product, ShikyuApp.Product];

    private static readonly Dictionary<(string, bool), Lazy<Task<string>>> Sound = Products
        .SelectMany(product => new[] { (product.App, Checks: false), (product.App, Checks: true) })
        .ToDictionary(one => one, one => new Lazy<Task<string>>(() => OfAsync(one.App, one.Checks)));

    public static TheoryData<string, string> Faults => Rows(product => product.Faults.Select(fault => fault.Id));

    // OV06 and OV08 show where there are neighbours; OV09 has a test of its own.
    public static TheoryData<string, string> Variants => Rows(product => product.Variants.Select(variant => variant.Id)
        .Where(id => product.App != "shikyu" || (id[..4] is not ("OV06" or "OV08")))
        .Where(id => id[..4] != "OV09"));

    public static TheoryData<string> Apps => [.. Products.Select(product => product.App)];

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task The_sound_application_answers_the_same_every_time(string app) => (await OfAsync(app, checks: true)).Should().Be(await Sound[(app, true)].Value);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_changes_something(string app, string fault) =>
        (await OfAsync(app, OfChecks(fault), fault: fault) == await Sound[(app, OfChecks(fault))].Value).Should().BeFalse("{0} must show", fault);

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_variant_changes_something(string app, string variant) =>
        (await OfAsync(app, checks: false, variant: variant) == await Sound[(app, false)].Value).Should().BeFalse("{0} must show", variant);

    [Theory]
    [MemberData(nameof(Apps))]
    public void Faults_have_unique_readable_IDs_and_name_a_function(string app)
    {
        var faults = Products.Single(product => product.App == app).Faults;
        faults.Select(fault => fault.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.Contains('-'));
        faults.Should().OnlyContain(fault => fault.App == app && fault.What.EndsWith('.') && (fault.Function.Contains('-') || (fault.Function.Length == 0 && (fault.Shows == "undeclared" || fault.Shows == "undescribed"))));
    }

    [Fact]
    public void All_applications_together_have_at_least_150_faults_of_which_90_are_drawn_and_24_variants()
    {
        var all = Products.Concat([AtenaApp.Product, CoreApp.Product]).SelectMany(product => product.Faults).Select(fault => fault.Id).ToList();
        all.Should().HaveCountGreaterThanOrEqualTo(150).And.OnlyHaveUniqueItems();
        (all.Count(id => id[1] == 'G' || id[0] == 'G') + 10).Should().BeGreaterThanOrEqualTo(90);
        Products.Concat([AtenaApp.Product, CoreApp.Product]).SelectMany(product => product.Variants).Select(variant => variant.Id).Distinct().Should().HaveCountGreaterThanOrEqualTo(24);
        OfficeVariants.All.Should().OnlyContain(variant => variant.Permission.Length > 20);
    }

    [Fact]
    public void The_drawn_faults_are_these_on_every_machine() => Products.Select(product => product.Faults.First(fault => fault.Id[1] == 'G').Id).Should().Equal(
        "JG01-intake-drops-jido1-shimei", "RG01-leaving-shifts-tenshutsuyoteinengappi", "SG01-store-shifts-shinseinengappi");

    private static TheoryData<string, string> Rows(Func<ReferenceProduct, IEnumerable<string>> ids)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (app, id) in Products.SelectMany(product => ids(product).Select(id => (product.App, id))))
        {
            rows.Add(app, id);
        }

        return rows;
    }

    // Only these need the long row of wrong entries.
    private static bool OfChecks(string fault) => fault.Contains("limit", StringComparison.Ordinal) || fault.Contains("unchecked", StringComparison.Ordinal);

    private static Task<string> OfAsync(string app, bool checks, string? fault = null, string? variant = null) => app switch
    {
        "jidoteate" => JidoteateTranscript.OfAsync(checks, fault, variant),
        "jumin" => JuminTranscript.OfAsync(checks, fault, variant),
        _ => ShikyuTranscript.OfAsync(checks, fault, variant),
    };
}
