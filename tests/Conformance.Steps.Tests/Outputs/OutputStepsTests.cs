using System.Text.Json.Nodes;
using Conformance.Steps.Tests.Running;
using Conformance.Verdicts;

namespace Conformance.Steps.Tests.Outputs;

/// <summary>Sentences about データ出力, against a target that lays a file into a folder whenever something is registered.</summary>
public sealed class OutputStepsTests : IDisposable
{
    private const string Header = "shimei,seinengappi,bango,kubun";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-output-");
    private readonly List<string> _rows = ["他人,1990-01-01,Z9,2"];
    private int _sets;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_record_that_is_put_out_as_it_was_registered_conforms()
    {
        var story = await TellAsync(person => $"{person["shimei"]},{person["seinengappi"]},A1,1", "ならば 出力されたデータに次のグループがある\n      | グループ |\n      | 例 |", "ならば 出力されたデータがUTF-8のCSVとして読める",
            "ならば 出力されたデータの項目が基本データリストの並びである", Registered, "ならば 出力されたデータの「甲」の値が定められた形である", "ならば 出力されたデータの「甲」の主キーが一意で、外部キーの指す先がある");

        story.Verdict.Should().Be(VerdictKind.Conforms, story.Reason);
    }

    [Theory]
    [InlineData("長", "1990-01-01,A1,1", "登録は")]
    [InlineData("", "1990-01-01,A1,1", "（空）")]
    public async Task A_value_that_was_put_out_otherwise_is_told_beside_what_was_registered(string name, string rest, string told)
    {
        var story = await TellAsync(_ => $"{name},{rest}", Registered);

        story.Verdict.Should().Be(VerdictKind.Nonconforming, story.Reason);
        Said(story).Should().Contain("例の氏名").And.Contain(told);
    }

    [Theory]
    [InlineData("1990/01/01,A1,1", "生年月日 は日付")]
    [InlineData("1990-01-01,A1,あり", "区分 はコード")]
    public async Task A_value_has_the_form_of_its_item(string rest, string told)
    {
        var story = await TellAsync(person => $"{person["shimei"]},{rest}", "ならば 出力されたデータの「甲」の値が定められた形である");

        story.Verdict.Should().Be(VerdictKind.Nonconforming, story.Reason);
        Said(story).Should().Contain(told);
    }

    [Fact]
    public async Task A_number_that_the_target_told_nobody_is_compared_with_nothing()
    {
        var story = await Story.TellAsync((path, asked) => path == "find" ? Story.Records() : (Register(asked, person => $"{person["shimei"]},{person["seinengappi"]},A1,1").Status, new JsonObject { ["result"] = new JsonArray(new JsonObject()) }), new Story.Put(_folder.FullName),
            "前提 人「甲」がいる", "前提 「甲」について「登録」が行われている", "もし 「出力」が行われる", Registered);

        (story.Verdict, story.Cause).Should().Be((VerdictKind.Inconclusive, CauseKind.Product), story.Reason);
        story.Reason.Should().Contain("番号");
    }

    [Fact]
    public async Task A_key_that_two_records_have_is_told_with_their_places()
    {
        var story = await TellAsync(person => $"{person["shimei"]},{person["seinengappi"]},A1,1\n{person["shimei"]},{person["seinengappi"]},A1,1", "ならば 出力されたデータの「甲」の主キーが一意で、外部キーの指す先がある");

        story.Verdict.Should().Be(VerdictKind.Nonconforming, story.Reason);
        Said(story).Should().Contain("番号 A1 が 2 件").And.Contain("3 行目");
    }

    [Fact]
    public async Task States_stand_in_the_order_of_what_happened()
    {
        var story = await TellAsync(person => $"{person["shimei"]},{person["seinengappi"]},A1,1\n{person["shimei"]},{person["seinengappi"]},A1,2", "ならば 出力されたデータの「例」に「甲」の「区分」が「1、2」の順にある", "ならば 出力されたデータの「例」に「甲」の「区分」が「2、1」の順にある");

        story.Verdict.Should().Be(VerdictKind.Nonconforming, story.Reason);
        story.Findings.First(finding => finding.Verdict == VerdictKind.Nonconforming).Expected.Should().Contain("2→1");
        Said(story).Should().Be("1→2");
    }

    [Fact]
    public async Task Who_was_refused_is_looked_for_by_what_they_sent_and_who_was_not_is_there()
    {
        var story = await TellAsync(person => $"{person["shimei"]},{person["seinengappi"]},A1,1", "ならば 出力されたデータに「甲」がある", "ならば 出力されたデータに「甲」がない");

        story.Verdict.Should().Be(VerdictKind.Nonconforming, story.Reason);
        Said(story).Should().StartWith("ある: ");
    }

    [Theory]
    [InlineData(1, "alone", VerdictKind.Conforms)]
    [InlineData(1, "shared", VerdictKind.Conforms)]
    [InlineData(2, "alone", VerdictKind.Nonconforming)]
    [InlineData(2, "shared", VerdictKind.Inconclusive)]
    public async Task As_many_records_more_are_there_as_were_made_unless_others_may_write(int added, string writers, VerdictKind verdict)
    {
        Lay();
        var story = await Story.TellAsync((path, asked) => path == "find" ? Story.Records() : Register(asked, _ => string.Join('\n', Enumerable.Range(1, added).Select(at => $"名,1990-01-01,A{at},1"))), new Story.Put(_folder.FullName, writers),
            "前提 「出力」が行われている", "前提 出力されたデータの件数が数えられている", "前提 人「甲」がいる", "前提 「甲」について「登録」が行われている", "もし 「出力」が行われる",
            "ならば 出力されたデータの件数が次のとおり増えている\n      | グループ | 件数 |\n      | 例 | 1 |");

        story.Verdict.Should().Be(verdict, story.Reason);
    }

    [Fact]
    public async Task A_command_after_which_nothing_new_lies_there_says_nothing_about_the_product()
    {
        Lay();

        var story = await Story.TellAsync((_, _) => Story.Records(new JsonObject { ["bango"] = "A1" }), new Story.Put(_folder.FullName, Batch: "{by: コマンド, run: [dotnet, --version]}"),
            "前提 人「甲」がいる", "前提 「甲」について「登録」が行われている", "もし 「出力」が行われる", Registered);

        (story.Verdict, story.Cause).Should().Be((VerdictKind.Inconclusive, CauseKind.Profile), story.Reason);
        story.Reason.Should().Contain("nothing new").And.Contain(_folder.FullName);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_the_profiles()
    {
        var story = await Story.TellAsync((_, _) => Story.Records(new JsonObject { ["bango"] = "A1" }), new Story.Put("/nowhere"), "前提 人「甲」がいる", "前提 「甲」について「登録」が行われている", "もし 「出力」が行われる", Registered);

        (story.Verdict, story.Cause).Should().Be((VerdictKind.Inconclusive, CauseKind.Profile), story.Reason);
    }

    private const string Registered = "ならば 出力されたデータに「甲」の次の項目が登録したとおりある\n      | グループ | 項目 |\n      | 例 | 氏名 |\n      | 例 | 生年月日 |\n      | 例 | 番号 |";

    private static string Said(ScenarioResult story) => story.Findings.First(finding => finding.Verdict == VerdictKind.Nonconforming).Observed;

    private Task<ScenarioResult> TellAsync(Func<JsonObject, string> row, params string[] thens) => Story.TellAsync((_, asked) => Register(asked, row), new Story.Put(_folder.FullName),
        ["前提 人「甲」がいる", "前提 「甲」について「登録」が行われている", "もし 「出力」が行われる", .. thens]);

    private (int Status, JsonNode Body) Register(JsonObject person, Func<JsonObject, string> row)
    {
        _rows.AddRange(row(person).Split('\n'));
        Lay();
        return Story.Records(new JsonObject { ["bango"] = "A1" });
    }

    private void Lay() => File.WriteAllLines(Path.Combine(_folder.FullName, $"例_{++_sets:000}.csv"), _rows.Prepend(Header));
}
