using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Tests.Recording;

public sealed class WalkReadingTests
{
    private static readonly Uri Start = new("http://a.test/op/");

    private static readonly WalkSubject Register = new("付番", ["氏名", "氏名_フリガナ", "生年月日", "性別", "備考"], ["宛名番号"], Reads: false,
        new Dictionary<string, string> { ["氏名"] = "見本　太郎", ["氏名_フリガナ"] = "ミホン　タロウ", ["生年月日"] = "1990-01-31", ["性別"] = "1" },
        new Dictionary<string, IReadOnlyDictionary<string, string>> { ["性別"] = new Dictionary<string, string> { ["1"] = "男", ["2"] = "女" } });

    private static readonly ScreenTable Result = Table("登録結果", ["宛名番号", "氏名"], ["000000000000019", "見本　太郎"]);

    [Fact]
    public void A_field_is_known_by_the_value_that_nobody_else_has_where_its_label_says_something_else()
    {
        var recorded = Read(Form([Field("氏名", "見本　太郎"), Field("よみがな", "ミホン　タロウ")]));

        recorded.Mapping.Items.Should().Contain("氏名_フリガナ", "よみがな").And.NotContainKey("氏名");
        recorded.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Dates_and_codes_are_learnt_from_how_they_were_entered()
    {
        var recorded = Read(Form([Field("生年月日", "平成2年1月31日"), Select("性別", "男", ("m", "男"), ("f", "女"))]));

        recorded.Mapping.As["生年月日"].Should().Be(ShownAs.Named["和暦"]);
        recorded.Mapping.As["性別"].Should().BeOfType<ShownAs.Codes>().Which.Texts.Should().Equal(new Dictionary<string, string> { ["1"] = "男", ["2"] = "女" });
    }

    [Fact]
    public void Two_fields_with_one_label_and_a_field_without_one_are_open_points_and_not_guessed()
    {
        var recorded = Read(Form([Field("氏名", "見本　太郎"), Field("氏名", "見本　太郎"), Field("", "ミホン　タロウ")]));

        recorded.Doubts.Select(doubt => doubt.What.Ja).Should().Contain(what => what.Contains("2つあり")).And.Contain(what => what.StartsWith("見出しのない欄", StringComparison.Ordinal));
        recorded.Sent.Should().BeEmpty();
    }

    [Fact]
    public void Where_label_and_value_name_two_items_a_person_is_asked_and_the_answer_is_taken()
    {
        var answers = new WalkAnswers();
        var form = Form([Field("備考", "ミホン　タロウ")]);
        var open = Read(form, answers);
        var (question, choices) = answers.Pending.Should().ContainSingle().Subject;
        choices.Take(2).Should().Equal("備考", "氏名_フリガナ");

        answers.Answer(question, 1);
        var answered = Read(form, answers);

        open.Doubts.Should().ContainSingle().Which.Guess.Should().Be("items: {備考: 備考}");
        answers.Pending.Should().BeEmpty();
        answered.Mapping.Items.Should().Contain("氏名_フリガナ", "備考");
        answered.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void A_value_that_is_no_item_may_be_one_that_is_always_entered()
    {
        var answers = new WalkAnswers();
        var form = Form([Field("受付窓口", "本庁")]);
        _ = Read(form, answers);

        answers.Answer(answers.Pending[0].Question, answers.Pending[0].Choices.Count - 2);

        Read(form, answers).Mapping.Steps[0].Set.Should().Equal(new Dictionary<string, string> { ["受付窓口"] = "本庁" });
    }

    [Fact]
    public void A_button_that_is_there_twice_or_has_no_name_or_a_number_in_it_is_an_open_point()
    {
        var twice = Read(Form([Field("氏名", "見本　太郎")], [Button("9", "登録", "f1"), Button("8", "登録", "f2")]));
        var nameless = Read(Form([Field("氏名", "見本　太郎")], [Button("9", "", "f1")]));
        var counting = Read(Form([Field("氏名", "見本　太郎")], [Button("9", "登録（残り3件）", "f1")]));

        twice.Doubts.Should().ContainSingle().Which.What.Ja.Should().Contain("2つあり");
        nameless.Doubts.Should().ContainSingle().Which.What.Ja.Should().Contain("名前がない");
        counting.Doubts.Should().ContainSingle().Which.What.Ja.Should().Contain("数字");
    }

    [Fact]
    public void A_press_in_a_row_is_found_again_by_the_number_in_that_row_and_a_confirmation_is_the_short_form()
    {
        var list = Table("検索結果", ["宛名番号", "操作"], ["000000000000019", "詳細"], "7");
        var search = Screen("検索", [Field("宛名番号", "000000000000019")], [Button("9", "検索", "f1")]);
        var subject = Register with { Name = "変更", Keeps = [], Samples = new Dictionary<string, string>(Register.Samples) { ["宛名番号"] = "000000000000019" } };

        var recorded = Read(subject, [(search, "9"), (Screen("検索", search.Fields, [Button("9", "検索", "f1"), Button("7", "詳細", "")]) with { Tables = [list] }, "7"), Form([Field("氏名", "見本　太郎")])], Screen("完了", [], []) with { Tables = [Result] });
        var confirmed = Read(Register, [Form([Field("氏名", "見本　太郎")], [Button("9", "確認", "f1")]), (Screen("確認", [], [Button("9", "登録する", "f1")]), "9")], Screen("完了", [], []) with { Tables = [Result] });

        recorded.Mapping.Steps.Should().HaveCount(3);
        recorded.Mapping.Steps[0].Fill!.Only.Should().Equal("宛名番号");
        recorded.Mapping.Steps[1].Should().Match<UiStep>(step => step.In == "検索結果" && step.Row[0] == "宛名番号" && step.Press == "詳細");
        recorded.Mapping.Steps[2].Fill!.Only.Should().Equal("氏名");
        UiExchangeText.Lines(confirmed.Mapping).Should().ContainInOrder("press: 確認", "confirm: 登録する");
    }

    [Fact]
    public void What_was_corrected_and_pressed_again_counts_once()
    {
        var (first, _) = Form([Field("氏名", "")]);

        var recorded = Read(Register, [(first, "9"), Form([Field("氏名", "見本　太郎")])], Screen("完了", [], []) with { Tables = [Result] });

        recorded.Mapping.Steps.Should().ContainSingle().Which.Press.Should().Be("登録");
        recorded.Sent.Should().Contain("氏名", "見本　太郎");
    }

    [Fact]
    public void A_menu_whose_words_are_there_twice_is_opened_by_its_address_with_the_person_s_number_in_it_as_an_item()
    {
        var menu = Screen("メニュー", [], [Link("5", "照会", "http://a.test/op/a", menu: true), Link("6", "照会", "http://a.test/op/b", menu: true)]);
        var subject = Register with { Name = "名寄せ照会", Keeps = [], Samples = new Dictionary<string, string> { ["宛名番号"] = "000000000000019" } };

        var recorded = Read(subject, [(menu, "6")], Screen("名寄せ", [], []) with { Tables = [Result], Url = "http://a.test/op/b/000000000000019" });

        recorded.Mapping.Steps.Should().ContainSingle().Which.Open.Should().Be("/b/{宛名番号}");
        recorded.Doubts.Should().ContainSingle(doubt => doubt.Place == "open");
    }

    [Fact]
    public void What_is_done_on_login_screens_and_on_other_hosts_is_not_part_of_the_walk_and_the_rest_is_told()
    {
        var login = Screen("ログイン", [Field("利用者ID", "tanto") with { Id = "20" }, Field("パスワード", "") with { Id = "21", Type = "password" }], [Button("9", "入る", "f1")]);
        var elsewhere = Screen("共通認証", [Field("利用者ID", "tanto")], [Button("9", "次へ", "f1")]) with { Url = "https://sso.test/in" };

        var recorded = Read(Register, [(elsewhere, "9"), (login, "9"), Form([Field("氏名", "見本　太郎")])], Screen("完了", [], []) with { Tables = [Result] });

        recorded.Mapping.Steps.Should().ContainSingle();
        recorded.Doubts.Should().Contain(doubt => doubt.What.Ja.Contains("sso.test")).And.Contain(doubt => doubt.Guess == "login: {open: /x, fill: {利用者ID: '${operator}', パスワード: '${password}'}, press: 入る}");
        UiExchangeText.Flow(recorded.Mapping).Should().NotContain("tanto");
    }

    [Fact]
    public void A_number_in_a_message_is_read_from_it_and_one_that_is_nowhere_is_an_open_point()
    {
        var said = Screen("完了", [], []) with { Messages = [new ScreenMessage("status", "登録しました。宛名番号は 000000000000019 です。", [], Fresh: true)] };

        var recorded = Read(Register, [Form([Field("氏名", "見本　太郎")])], said);
        var without = Read(Register, [Form([Field("氏名", "見本　太郎")])], said with { Messages = [new ScreenMessage("status", "登録しました。", [], Fresh: true)] });

        System.Text.RegularExpressions.Regex.Match(said.Messages[0].Text, recorded.Mapping.Read.Match["宛名番号"]).Groups[1].Value.Should().Be("000000000000019");
        recorded.Mapping.Read.Role.Should().Be("status");
        without.Doubts.Should().ContainSingle(doubt => doubt.Place == "read「宛名番号」");
    }

    [Fact]
    public void A_screen_that_shows_a_refusal_or_nothing_that_tells_success_is_an_open_point()
    {
        var refused = Screen("入力", [], []) with { Messages = [new ScreenMessage("alert", "E0001 氏名が設定されていません。", [], Fresh: true)] };

        Read(Register, [Form([Field("氏名", "見本　太郎")])], refused).Doubts.Should().ContainSingle().Which.What.Ja.Should().Contain("拒否");
        Read(Register, [Form([Field("氏名", "見本　太郎")])], Screen("完了", [], [])).Doubts.Should().ContainSingle().Which.Guess.Should().Be("read: {text: 完了}");
        Read(Register, [Form([Field("氏名", "見本　太郎")])], null).Doubts.Should().ContainSingle().Which.What.Ja.Should().Contain("前に終わった");
    }

    [Fact]
    public void A_form_that_was_sent_off_by_Enter_alone_is_an_open_point_with_the_button_that_is_there()
    {
        var walk = new Walk(Start);
        walk.Take(new WalkEvent(WalkEventKind.Enter, "10", "", Form([Field("氏名", "見本　太郎")]).Screen));
        walk.Take(new WalkEvent(WalkEventKind.Submit, "", "", Form([Field("氏名", "見本　太郎")]).Screen));

        var recorded = new WalkReading(walk, Screen("完了", [], []) with { Tables = [Result] }, Register, Some(), Start, new WalkAnswers()).Read();

        recorded.Doubts.Should().ContainSingle().Which.Guess.Should().Be("press: 登録");
    }

    [Fact]
    public void The_kinds_of_match_of_a_search_are_learnt_and_what_it_says_when_it_finds_nothing()
    {
        var subject = Register with { Name = "照会", Keeps = [], Reads = true, Takes = ["氏名", "生年月日"] };
        ScreenField[] fields = [Field("氏名", "見本　太郎"), Field("生年月日", "") with { Id = "11" }, Select("一致の種類", "全部", ("a", "完全に同じ"), ("p", "その文字を含む")) with { Id = "12" }];
        var first = Screen("検索", fields, [Button("9", "検索", "f1")]);
        var nothing = first with { Messages = [new ScreenMessage("status", "該当者なし", [], Fresh: true)] };

        var recorded = Read(subject, [(first, "9"), (nothing, "9")], first with { Tables = [Table("検索結果", ["氏名"], ["見本　太郎"])] });

        recorded.Mapping.Conditions.Should().Be(new UiConditions { Match = "一致の種類", Exact = "完全に同じ", Partial = "その文字を含む" });
        recorded.Mapping.Read.Should().Match<UiRead>(read => read.Table == "検索結果" && read.None == "該当者なし");
        recorded.Doubts.Should().BeEmpty();
    }

    private static RecordedExchange Read((Screen Screen, string Press) form, WalkAnswers? answers = null) => Read(Register, [form], Screen("完了", [], []) with { Tables = [Result] }, answers);

    // Everything that has a value was entered by the person.
    private static RecordedExchange Read(WalkSubject subject, IReadOnlyList<(Screen Screen, string Press)> presses, Screen? result, WalkAnswers? answers = null)
    {
        var walk = new Walk(Start);
        foreach (var (screen, press) in presses)
        {
            foreach (var field in screen.Fields.Where(field => field.Value.Length > 0))
            {
                walk.Take(new WalkEvent(WalkEventKind.Enter, field.Id, "", screen));
            }

            walk.Take(new WalkEvent(WalkEventKind.Press, press, "", screen));
        }

        return new WalkReading(walk, result, subject, Some(), Start, answers ?? new WalkAnswers()).Read();
    }

    private static UiProfile Some() => new() { Base = new LateText(Start.ToString(), Start.ToString(), secret: false, default) };

    private static (Screen Screen, string Press) Form(IReadOnlyList<ScreenField> fields, IReadOnlyList<ScreenAction>? actions = null) =>
        (Screen("入力", [.. fields.Select((field, i) => field with { Id = $"{10 + i}" })], actions ?? [Button("9", "登録", "f1")]), "9");

    private static Screen Screen(string name, IReadOnlyList<ScreenField> fields, IReadOnlyList<ScreenAction> actions) =>
        new() { Top = name, Url = Start + "x", Document = name, Ready = true, Text = name, Fields = fields, Actions = actions };

    private static ScreenField Field(string label, string value) => new("10", label, "", "text", value, Checked: false, [], [], Locked: false, 0, "");

    private static ScreenField Select(string label, string chosen, params (string Value, string Text)[] options) =>
        Field(label, chosen) with { Type = "select", Options = [.. options.Select(option => option.Text)], Values = [.. options.Select(option => option.Value)] };

    private static ScreenAction Button(string id, string name, string form) => new(id, name, Link: false, Menu: false, "", Locked: false) { Form = form };

    private static ScreenAction Link(string id, string name, string address, bool menu) => new(id, name, Link: true, menu, address, Locked: false);

    private static ScreenTable Table(string caption, IReadOnlyList<string> headers, IReadOnlyList<string> row, params string[] actions) => new(caption, "", Fresh: true,
        [new ScreenRow([.. headers.Select(header => new ScreenCell(header, Head: true, 1))], []), new ScreenRow([.. row.Select(text => new ScreenCell(text, Head: false, 1))], actions)]) { Id = caption };
}
