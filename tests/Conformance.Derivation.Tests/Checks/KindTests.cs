using Conformance.Derivation.Checks;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Forms;
using Conformance.Spec.Tables;

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
    public void What_is_sent_as_a_call_has_the_form_of_its_linkage_where_the_contract_names_one()
    {
        Texts(TransmitChecks.Derive(s_role, Contract("transmit", ("to", "口座照会"), ("linkage", "027x003")))[0]).Should().Contain("送られた「甲」の「口座照会」が連携「027x003」に定められた形である");
        Texts(TransmitChecks.Derive(s_role, Contract("transmit", ("to", "口座照会")))[0]).Should().NotContain(text => text.Contains("定められた形", StringComparison.Ordinal));
        Texts(TransmitChecks.Derive(s_role, Contract("transmit", ("linkage", "027x007"), ("items", "氏名")))[0])[^1].Should().Be("連携「027x007」のファイルに「甲」が一度だけ出力されている");
    }

    [Fact]
    public void All_data_is_put_out_once_per_scenario_and_looked_through_for_what_was_made()
    {
        var items = new[] { Item("番号", "bango", "申込", key: true), Item("氏名", "shimei", "申込"), Item("番号", "bango", "履歴", key: true, refers: "申込"), Item("状態", "jotai", "履歴"), Item("検索条件", "joken", "履歴") };
        var role = s_role with
        {
            Exchanges = new Dictionary<string, ExchangeContract>
            {
                ["行う"] = new("行う", null, Basis.Illustrative, "", "", "", "", "batch", new Dictionary<string, string>(), "", new Dictionary<string, string>()) { PutsOut = ["申込", "履歴"], LeavesOut = ["検索条件"] },
            },
        };
        var contract = Contract("export", ("registered", "番号,申込.氏名"), ("people", "異体字,うるう日"), ("people-given", "「甲」が登録されている"), ("people-registered", "氏名"), ("history", "履歴"), ("history-item", "状態"),
            ("history-states", "受付,決定"), ("refused", "「甲」を登録する"), ("refused-unit", "例-2"), ("adds", "申込,履歴,履歴")) with { Given = ["人「甲」がいる", "「甲」が登録されている"] };

        var drafts = ExportChecks.Derive(Standard() with { Items = items }, role, contract);

        Checks(drafts).Should().Equal("whole", "characters", "history", "refused", "count");
        drafts.Should().OnlyContain(draft => draft.Surfaces.SequenceEqual(new[] { "api", "ui" }), "all of it can be asked through screens");
        drafts.Should().OnlyContain(draft => Texts(draft).Contains("「行う」が行われる"));
        drafts[0].Steps.Single(step => step.Text.EndsWith("登録したとおりある", StringComparison.Ordinal)).Table.Should().BeEquivalentTo(new[] { new[] { "グループ", "項目" }, ["申込", "番号"], ["申込", "氏名"], ["履歴", "番号"] });
        Texts(drafts[1]).Should().Contain(["人「乙」（異体字）がいる", "「乙」が登録されている", "人「丙」（うるう日）がいる"]);
        Texts(drafts[3]).Should().Contain("「乙」を登録する").And.Contain("出力されたデータに「乙」がない");
        drafts[3].Steps.Where(step => step.Unit is not null).Select(step => step.Unit).Should().Equal("例-2", "例-1", "例-1");
        drafts[4].Exclusive.Should().BeTrue("what others make meanwhile would be counted");
        drafts[4].Steps[^1].Table.Should().BeEquivalentTo(new[] { new[] { "グループ", "件数" }, ["申込", "1"], ["履歴", "2"] });
        ExportChecks.Derive(Standard(), s_role, contract).Should().BeEmpty("the role has no exchange that puts anything out");
    }

    [Fact]
    public void A_feed_that_comes_out_of_order_has_to_end_as_its_numbers_say_and_not_as_it_came()
    {
        var drafts = ReceiveChecks.Derive(s_role, Contract("receive", ("feed", "支援措置対象者情報"), ("as", "設定"), ("shows", "状態,支援中"), ("order", "設定,解除"), ("order-shows", "状態,解除")));

        Checks(drafts).Should().Equal("arrives", "once", "order");
        Texts(drafts[^1]).Should().Equal("人「甲」がいる", "「甲」の支援措置対象者情報が「設定」「解除」の番号の順とは逆に届く", "「照会」で「甲」の「状態」が「解除」になる", "「照会」で「甲」の「状態」が「支援中」にならない");
    }

    [Fact]
    public void Each_row_of_a_decision_table_is_an_example_and_what_it_refuses_an_outline_of_its_own()
    {
        var drafts = JudgeChecks.Derive(Standard(), s_role, Contract("judge", ("table", "gaku")));

        drafts.Select(draft => draft.Id).Should().Equal("taisho.例-1.judge.<例>", "taisho.例-1.refused.<例>");
        drafts[0].Examples!.Header.Should().Equal("例", "説明", "根拠", "年齢", "期待_額");
        drafts[0].Examples!.Rows.Select(row => row.Cells).Should().BeEquivalentTo(
            new[] { new[] { "two", "3歳未満（境界: 3歳の前）", "例示", "2", "15000" }, ["three", "3歳から", "公式", "3", "10000"] }, options => options.WithStrictOrdering());
        drafts[0].Examples!.Rows.Select(row => row.Surfaces.Count).Should().Equal([2, 1], "one example of the first outline is tried through the screens too");
        Texts(drafts[0])[^1].Should().Be("「照会」で「甲」の「額」が「<期待_額>」になる");
        Texts(drafts[1]).Should().Equal("人「甲」がいる", "「甲」について次の内容で「行う」を行う", "拒否される");
        drafts.SelectMany(draft => draft.Steps).Where(step => step.Keyword == "ならば").Should().OnlyContain(step => step.BasisFromExample && step.Unit == "例-1");
    }

    [Fact]
    public void What_a_decision_is_about_is_entered_and_seen_before_it_and_another_units_rows_are_left_out()
    {
        var drafts = JudgeChecks.Derive(Standard(), s_role, Contract("judge", ("table", "gaku"), ("before", "設定"), ("before-shows", "設定照会,年齢")));

        Texts(drafts[0]).Should().StartWith(["人「甲」がいる", "「甲」に次の内容がある", "「甲」について「設定」が行われている", "「設定照会」で「甲」の「年齢」が「<年齢>」になっている"]);
        JudgeChecks.Derive(Standard(), s_role, Contract("judge", ("table", "gaku")) with { Unit = "例-9" }).Should().BeEmpty();
        JudgeChecks.Derive(Standard(), s_role, Contract("judge", ("table", "nanika"))).Should().BeEmpty();
    }

    [Fact]
    public void A_document_has_its_title_and_every_required_item_and_blames_others_for_what_is_theirs()
    {
        var drafts = IssueChecks.Derive(Standard(), s_role, Contract("issue", ("form", "F01"), ("never-unit", "例-7"), ("suppressed-unit", "例-8"), ("suppressed-given", "「甲」を抑止する")));

        Checks(drafts).Should().Equal("printed", "never", "suppressed");
        Texts(drafts[0]).Should().Equal("行う", "帳票が出力される", "帳票に「通知書」と印字されている", "帳票に「甲」の次の項目が印字されている");
        drafts[0].Steps[^1].Table.Should().BeEquivalentTo(new[] { new[] { "印字名", "項目", "書き方" }, ["氏名", "氏名", ""], ["生年月日", "生年月日", "和暦"] }, "the spouse's address is not on every notice");
        drafts[1].Steps.Select(step => step.Unit).OfType<string>().Should().Equal(["例-1", "例-7"], "only of a document that is there can be said what it lacks");
        drafts[1].Steps[^1].Table.Should().BeEquivalentTo(new[] { new[] { "項目" }, ["個人番号"] });
        Texts(drafts[2]).Should().Equal("「甲」を抑止する", "行う", "帳票の「配偶者_住所」の欄が「記載省略」になっている", "帳票に「甲」の次の項目が印字されていない");
        drafts[2].Steps.Select(step => step.Unit).OfType<string>().Should().OnlyContain(unit => unit == "例-8");
        IssueChecks.Derive(Standard(), s_role with { Exchanges = new Dictionary<string, ExchangeContract> { ["行う"] = Exchange("行う") } }, Contract("issue")).Should().BeEmpty("no form, nothing to check");
    }

    [Fact]
    public void A_function_is_only_called_absent_after_its_control_was_seen_on_the_same_surface()
    {
        var drafts = ForbiddenChecks.Derive(s_role, Contract("forbidden", ("words", "再入力,転記"), ("control", "登録"), ("control-words", "登録の画面"), ("probes", "POST /api/x"), ("output", "発行,出力"),
            ("output-unit", "例-2"), ("output-shows", "帳票が出力される"), ("never", "個人番号"), ("required", "住所")));

        Checks(drafts).Should().Equal("absent", "probe", "output");
        Texts(drafts[0]).Should().Equal("人「甲」がいる", "対照として「甲」について「登録」が受け付けられる", "探す面に対照の言葉が見つかる", "次の言葉の機能がどの面にもない");
        drafts[0].Steps[^1].Table.Should().BeEquivalentTo(new[] { new[] { "言葉" }, ["再入力"], ["転記"] });
        drafts.Take(2).Should().OnlyContain(draft => Texts(draft).FindIndex(text => text.StartsWith("対照", StringComparison.Ordinal)) < draft.Steps.ToList().FindIndex(step => step.Keyword == "ならば"));
        drafts[1].Surfaces.Should().Equal("api");
        drafts[2].Exclusive.Should().BeTrue("settings are changed for everybody");
        drafts[2].Steps.Select(step => step.Unit).OfType<string>().Should().Equal("例-2", "例-1", "例-1");
        ForbiddenChecks.Derive(s_role, Contract("forbidden")).Should().BeEmpty();
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

    private static ExchangeContract Exchange(string name) => new(name, null, Basis.Illustrative, "", "", "", "", "person", new Dictionary<string, string>(), "", new Dictionary<string, string>());

    private static Standard Standard() => Some.Standard() with
    {
        Items = [.. new[] { "氏名", "生年月日", "配偶者_住所", "個人番号" }.Select((name, i) => new DataItem($"D{i + 1}", name, "r" + i, "例", "Ｎ", "", "", "任意", "", "例示"))],
        Forms =
        [
            new Form("F01", "通知書", new FunctionId("例-1"), "人",
                [new FormItem("氏名", "D1", true, "", ""), new FormItem("生年月日", "D2", true, "和暦", ""), new FormItem("配偶者_住所", "D3", false, "", "別居")],
                [new FormSuppression("支援対象者", ["D3"], "記載省略")], ["D4"]) { Titles = ["通知書"] },
        ],
        Tables =
        [
            new DecisionTable("gaku", "tables/gaku.csv",
            [
                Row("two", "例-1", "3歳未満", "3歳の前", "2", Basis.Illustrative, ("額", "15000")), Row("three", "例-1", "3歳から", "", "3", Basis.Official, ("額", "10000")),
                Row("none", "例-1", "負の年齢", "", "-1", Basis.Illustrative, ("結果", "拒否")), Row("other", "例-2", "別の機能", "", "1", Basis.Illustrative, ("額", "1")),
            ]),
        ],
    };

    private static TableRow Row(string id, string function, string rule, string boundary, string age, Basis basis, (string Name, string Value) expected) => new(
        id, new FunctionId(function), rule, boundary, new Dictionary<string, string> { ["年齢"] = age }, new Dictionary<string, string> { [expected.Name] = expected.Value }, basis, "例示", 2);

    private static Contract Contract(string kind, params (string Key, string Value)[] settings) => new(
        "例-1", kind, Basis.Illustrative, "例示", ["行う"], ["照会"], settings.ToDictionary(setting => setting.Key, setting => setting.Value),
        new Dictionary<string, string>(), new Dictionary<string, string>(), 1);

    private static IEnumerable<string> Checks(IReadOnlyList<ScenarioDraft> drafts) => drafts.Select(draft => draft.Id.Split('.')[^1]);

    private static List<string> Texts(ScenarioDraft draft) => [.. draft.Steps.Select(step => step.Text)];

    private static DataItem Item(string name, string romaji, string group, bool key = false, string refers = "") =>
        new($"例-{group}-{romaji}", name, romaji, group, "X", "10", "", "必須", "", "例示") { IsKey = key, RefersTo = refers };
}
