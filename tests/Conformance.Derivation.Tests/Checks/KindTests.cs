using Conformance.Derivation.Checks;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation.Tests.Checks;

/// <summary>What the kinds that standards with neighbours use are derived to, on contracts of a few lines.</summary>
public sealed class KindTests
{
    private static readonly RoleContracts s_role = new(
        "対象", "taisho", VerdictUnit.Function, "人", "隣", new Dictionary<string, ExchangeContract>(), new Dictionary<string, FlowContract>(), [], []);

    [Fact]
    public void A_feed_arrives_and_counts_once_and_a_wrong_code_is_kept_only_where_the_contract_says_who_shows_it()
    {
        Checks(ReceiveChecks.Derive(s_role, Contract("receive", ("feed", "異動情報"), ("as", "転居")))).Should().Equal("arrives", "once");
        Checks(ReceiveChecks.Derive(s_role, Contract("receive", ("feed", "異動情報"), ("as", "転居"), ("errors-by", "エラー照会")))).Should().Equal("arrives", "once", "code");
    }

    [Fact]
    public void A_feed_that_a_batch_takes_in_starts_it_after_the_feed_came_and_before_anything_is_asserted() =>
        Texts(ReceiveChecks.Derive(s_role, Contract("receive", ("feed", "異動情報"), ("as", "転居"), ("start", "取込")))[0]).Should()
            .Equal("人「甲」がいる", "「甲」の異動情報が「転居」として届く", "「取込」が行われる", "「照会」に「甲」が示される");

    [Fact]
    public void An_application_is_checked_for_what_the_contract_names_and_blames_whom_it_names()
    {
        var drafts = IntakeChecks.Derive(s_role, Contract("intake", ("procedure", "認定請求"), ("items", "氏名,住所"), ("content-unit", "例-2"), ("malformed", "住所"), ("malformed-unit", "例-3"),
            ("errors-by", "エラー照会"), ("withdrawn-unit", "例-4"), ("withdrawn-shows", "状態,取下げ"), ("status-unit", "例-5"), ("status-word", "受付")));

        Checks(drafts).Should().Contain(["arrives", "once", "1", "unreadable", "withdrawn", "status"]);
        drafts.SelectMany(draft => draft.Steps).Select(step => step.Unit).OfType<string>().Distinct().Should().BeEquivalentTo("例-1", "例-2", "例-3", "例-4", "例-5");
        Checks(IntakeChecks.Derive(s_role, Contract("intake", ("procedure", "認定請求"), ("items", "氏名")))).Should().Equal("arrives", "once");
    }

    [Fact]
    public void Every_check_of_protection_comes_after_a_control_without_it()
    {
        var drafts = SuppressChecks.Derive(s_role, Contract("suppress", ("protect", "「甲」を抑止する"), ("lift", "「甲」を一時解除する"), ("moved", "「甲」が転出する"), ("with", "「乙」も抑止する"), ("end", "「甲」の抑止を終える")));

        Checks(drafts).Should().Equal("blocked", "lifted", "back", "kept", "together", "ended");
        drafts.Should().OnlyContain(draft => Texts(draft).IndexOf("抑止のない「甲」について「行う」が受け付けられる") == 1 && Texts(draft).IndexOf("「甲」を抑止する") == 2);
        drafts.Select(draft => draft.Steps[^1].Unit).Should().OnlyContain(unit => unit == "例-1", "a scenario ends with what it is about");
    }

    [Fact]
    public void What_is_sent_is_looked_for_once_and_a_file_in_its_form()
    {
        Texts(TransmitChecks.Derive(s_role, Contract("transmit", ("to", "口座照会")))[0])[^1].Should().Be("「甲」の「口座照会」が一度だけ送られている");
        Texts(TransmitChecks.Derive(s_role, Contract("transmit", ("linkage", "027x007"), ("items", "氏名")))[0]).Should().Contain("連携「027x007」のファイルが定められた形である");
    }

    [Fact]
    public void Scenario_IDs_come_from_what_a_scenario_is()
    {
        var drafts = ReceiveChecks.Derive(s_role, Contract("receive", ("feed", "異動情報"), ("as", "転居"), ("errors-by", "エラー照会")));

        drafts.Select(draft => draft.Id).Should().Equal("taisho.例-1.arrives", "taisho.例-1.once", "taisho.例-1.code");
    }

    [Fact]
    public void Each_assertion_of_a_contract_blames_its_function_on_its_basis_and_nothing_else_blames_anybody() =>
        ReceiveChecks.Derive(s_role, Contract("receive", ("feed", "異動情報"), ("as", "転居"), ("errors-by", "エラー照会"))).SelectMany(draft => draft.Steps).Should()
            .OnlyContain(step => step.Keyword == "ならば" ? step.Unit == "例-1" && step.Basis == Basis.Illustrative : step.Unit == null);

    [Fact]
    public void The_surfaces_of_a_contract_win_over_those_of_its_kind() =>
        ReceiveChecks.Derive(s_role, Contract("receive", ("feed", "異動情報"), ("as", "転居")) with { Surfaces = ["ui"] })
            .Should().OnlyContain(draft => draft.Surfaces.SequenceEqual(new[] { "ui" }));

    private static Contract Contract(string kind, params (string Key, string Value)[] settings) => new(
        "例-1", kind, Basis.Illustrative, "例示", ["行う"], ["照会"], settings.ToDictionary(setting => setting.Key, setting => setting.Value),
        new Dictionary<string, string>(), new Dictionary<string, string>(), 1);

    private static IEnumerable<string> Checks(IReadOnlyList<ScenarioDraft> drafts) => drafts.Select(draft => draft.Id.Split('.')[^1]);

    private static List<string> Texts(ScenarioDraft draft) => [.. draft.Steps.Select(step => step.Text)];
}
