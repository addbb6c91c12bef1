using Conformance.Drivers;
using Conformance.Steps.Running;

namespace Conformance.Steps.Tests.SharedUse;

public sealed class ForeignRecordsTests
{
    [Fact]
    public void Records_that_the_run_did_not_create_are_masked_and_its_own_stay()
    {
        var records = new ForeignRecords();
        records.Sent(new FunctionCall("付番", new Dictionary<string, string?> { ["氏名"] = "佐藤　一郎" }));

        var kept = records.Masked(Seen(Record("佐藤　一郎", "200000000000013"), Record("実在　花子", "100000000000017"))).Should().ContainSingle().Subject;

        kept.Response.Should().Contain("佐藤　一郎").And.Contain("200000000000013").And.NotContain("実在　花子").And.NotContain("100000000000017").And.Contain(ForeignRecords.Mask);
    }

    [Fact]
    public void A_picture_that_shows_somebody_else_is_not_kept_and_that_is_said()
    {
        var records = new ForeignRecords();
        var seen = Seen(Record("実在　花子", "1")) with { };
        var kept = records.Masked(seen with { Exchanges = [seen.Exchanges[0] with { Screenshot = [1, 2, 3] }] })[0];
        kept.Screenshot.Should().BeNull();
        kept.Response.Should().Contain("写しは残していない");
    }

    [Fact]
    public void What_the_target_answered_to_something_that_the_run_wrote_is_its_own()
    {
        var records = new ForeignRecords();
        records.Got(Seen(Record("名が　違う", "200000000000021")));
        var seen = Seen(Record("別の　名", "200000000000021"));
        records.Masked(seen).Should().BeSameAs(seen.Exchanges, "its number is the run's, whatever the name has become");
    }

    [Fact]
    public void Values_that_JSON_writes_escaped_are_found_too()
    {
        var seen = Seen(Record("実在　花子", "100000000000017"));
        seen = seen with { Exchanges = [seen.Exchanges[0] with { Response = System.Text.Json.JsonSerializer.Serialize("実在　花子") }] };
        new ForeignRecords().Masked(seen)[0].Response.Should().Be($"\"{ForeignRecords.Mask}\"");
    }

    private static Dictionary<string, string?> Record(string name, string number) => new() { ["氏名"] = name, ["宛名番号"] = number };

    private static Observation Seen(params Dictionary<string, string?>[] records) => new()
    {
        Outcome = Outcome.Accepted,
        Records = records,
        Exchanges = [new Exchange("api", "POST /x", "", string.Join(' ', records.SelectMany(record => record.Values)), DateTimeOffset.UnixEpoch, TimeSpan.Zero)],
    };
}
