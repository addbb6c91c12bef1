using System.Text.Json.Nodes;
using Conformance.Verdicts;

namespace Conformance.Steps.Tests.Running;

/// <summary>Whose record is whose, when a target shows several or none.</summary>
public sealed class ReadingTests
{
    private readonly List<JsonObject> _asked = [];

    [Fact]
    public async Task A_person_is_asked_for_by_the_first_item_that_they_have_and_from_then_on_by_what_the_answer_gave_them()
    {
        var story = await TellAsync((_, asked) => Story.Records(Person(asked, "A1")),
            "前提 人「甲」がいる", "ならば 「照会」に「甲」が示される", "かつ 機能「例-1」（例示）: 「照会」に「甲」が示される");

        story.Verdict.Should().Be(VerdictKind.Conforms, story.Reason);
        _asked.Should().HaveCount(2);
        _asked[0].Should().ContainKey("shimei").And.NotContainKey("bango");
        _asked[1].Should().Contain(item => item.Key == "bango" && item.Value!.ToString() == "A1").And.HaveCount(1);
    }

    [Fact]
    public async Task Somebody_else_in_the_answer_is_not_the_person_however_alike()
    {
        // By number where both have one, whatever the name; by name where the record shows no number.
        var story = await TellAsync((path, asked) => path == "register" ? Story.Records(Person(asked, "A1")) : Story.Records(new JsonObject { ["bango"] = "A2", ["shimei"] = _asked[0]["shimei"]!.DeepClone() }),
            "前提 人「甲」がいる", "もし 「甲」について「登録」を行う", "ならば 「照会」に「甲」が示される");

        (story.Verdict, story.Findings[0].Observed).Should().Be((VerdictKind.Nonconforming, "示されない"));
    }

    [Fact]
    public async Task A_record_without_a_number_is_the_persons_where_the_next_item_agrees()
    {
        var story = await TellAsync((path, asked) => path == "register" ? Story.Records(Person(asked, "A1")) : Story.Records(new JsonObject { ["shimei"] = _asked[0]["shimei"]!.DeepClone() }),
            "前提 人「甲」がいる", "もし 「甲」について「登録」を行う", "ならば 「照会」に「甲」が示される");

        story.Verdict.Should().Be(VerdictKind.Conforms, story.Reason);
    }

    [Fact]
    public async Task A_refused_inquiry_shows_nobody()
    {
        var story = await TellAsync((_, _) => Story.Refused(), "前提 人「甲」がいる", "ならば 「照会」に「甲」が示される");

        story.Verdict.Should().Be(VerdictKind.Nonconforming);
    }

    [Fact]
    public async Task An_inquiry_that_fails_says_nothing_about_the_product()
    {
        var story = await TellAsync((_, _) => (500, new JsonObject()), "前提 人「甲」がいる", "ならば 「照会」に「甲」が示される");

        story.Verdict.Should().Be(VerdictKind.Inconclusive);
        story.Reason.Should().Contain("「照会」, which shows what happened, failed");
    }

    [Fact]
    public async Task Who_has_nothing_to_be_found_by_is_not_looked_for()
    {
        var story = await TellAsync((_, _) => Story.Records(), "前提 人「甲」がいる", "ならば 「番号照会」に「甲」が示される");

        story.Verdict.Should().Be(VerdictKind.Inconclusive);
        story.Reason.Should().Contain("has none of 番号");
        _asked.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_shown_twice_is_not_there_once()
    {
        var people = new List<JsonObject>();
        var story = await TellAsync((path, asked) =>
            {
                if (path == "register")
                {
                    people.Add(Person(asked, $"A{people.Count}"));
                    people.Add(Person(asked, $"B{people.Count}"));
                    return Story.Records(people[^2]);
                }

                return Story.Records([.. people]);
            },
            "前提 人「甲」がいる", "もし 「甲」について「登録」を行う", "ならば 「照会」に「甲」が一件だけ示される");

        (story.Verdict, story.Findings[0].Observed).Should().Be((VerdictKind.Nonconforming, "2 件"));
    }

    [Fact]
    public async Task What_is_the_case_with_somebody_is_what_the_role_says_of_it()
    {
        var story = await TellAsync((_, asked) => Story.Records(Person(asked, "A1")),
            "前提 人「甲」がいる", "かつ 「甲」が「区分の変更」に当たる", "もし 「甲」について「登録」を行う", "ならば 答えの「区分」が「2」である");
        story.Verdict.Should().Be(VerdictKind.Conforms, story.Reason);

        var without = await TellAsync((_, asked) => Story.Records(Person(asked, "A1")),
            "前提 人「甲」がいる", "かつ 「甲」が「区分なし」に当たる", "もし 「甲」について「登録」を行う", "ならば 答えの「番号」が「A1」である");
        without.Verdict.Should().Be(VerdictKind.Conforms, without.Reason);
        _asked[^1].Should().NotContainKey("kubun");

        var unknown = await TellAsync((_, _) => Story.Records(), "前提 人「甲」がいる", "かつ 「甲」が「何か」に当たる", "もし 「甲」について「登録」を行う", "ならば 受け付けられる");
        unknown.Verdict.Should().Be(VerdictKind.Inconclusive);
        unknown.Reason.Should().Contain("knows no case 「何か」; it has 区分の変更, 区分なし");
    }

    [Fact]
    public async Task What_a_target_provides_is_looked_at_item_by_item()
    {
        string[] steps = ["前提 人「甲」がいる", "ならば 「照会」に示された「甲」の項目が連携「999x001」に定められた形である"];
        (await TellAsync((_, asked) => Story.Records(Person(asked, "A1")), steps)).Verdict.Should().Be(VerdictKind.Conforms);

        var wrong = await TellAsync((_, asked) => Story.Records(Person(asked, "A1", "9")), steps);

        (wrong.Verdict, wrong.Findings[0].Observed).Should().Be((VerdictKind.Nonconforming, "区分 はコード 区分: 9"));
    }

    private Task<ScenarioResult> TellAsync(Func<string, JsonObject, (int Status, JsonNode Body)> answer, params string[] steps) => Story.TellAsync(
        (path, asked) =>
        {
            _asked.Add(asked);
            return answer(path, asked);
        },
        steps);

    // Whatever was asked, about whom it was asked.
    private JsonObject Person(JsonObject asked, string number, string? kind = null)
    {
        var person = new JsonObject { ["bango"] = number, ["shimei"] = (asked["shimei"] ?? _asked[0]["shimei"])?.DeepClone(), ["kubun"] = kind ?? asked["kubun"]?.ToString() };
        return person;
    }
}
