using System.Text;
using System.Text.Json;
using Conformance.Cli.Recording;
using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests.Recording;

public sealed class ScenarioLogTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly ScenarioKey First = new("x.一", "api");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_recorded_is_read_back_and_a_line_that_was_cut_counts_as_never_written()
    {
        var path = folder["log.ndjson"];
        using (var log = ScenarioLog.Create(path, Header()))
        {
            log.Write(new LogLine { Started = new RecordedStart(First.Id, First.Driver) });
            log.Write(new LogLine { Finished = Attempt() });
        }

        var whole = File.ReadAllBytes(path);
        File.AppendAllText(path, """{"finished":{"record":{"id":"x.二","na""");
        using (var log = ScenarioLog.Open(path, Time))
        {
            log.Record.IsDone(First).Should().BeTrue();
            log.Record.Keys.Should().Equal(First);
            JsonSerializer.Serialize(log.Record.Attempts(First)[0].Record).Should().Be(JsonSerializer.Serialize(Attempt().Record));
        }

        Encoding.UTF8.GetString(File.ReadAllBytes(path)).Should().StartWith(Encoding.UTF8.GetString(whole)).And.NotContain("x.二");
    }

    [Fact]
    public void A_log_cut_at_any_byte_can_be_gone_on_with()
    {
        var path = folder["log.ndjson"];
        using (var log = ScenarioLog.Create(path, Header()))
        {
            log.Write(new LogLine { Started = new RecordedStart(First.Id, First.Driver) });
            log.Write(new LogLine { Finished = Attempt() });
        }

        var whole = File.ReadAllBytes(path);
        var header = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = header; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var record = ScenarioLog.Read(path);
            record.IsDone(First).Should().BeFalse();
            record.Header.Should().BeEquivalentTo(Header());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json\n")]
    [InlineData("{\"started\":{\"id\":\"x\",\"driver\":\"api\"}}\n")]
    public void What_is_no_log_is_said_to_be_none(string text)
    {
        var path = folder.Write("log.ndjson", text);
        FluentActions.Invoking(() => ScenarioLog.Read(path)).Should().Throw<BadInputException>().Which.Problems.Single().Code.Should().Be("CF6071");
    }

    [Fact]
    public void A_scenario_that_had_begun_gets_people_that_the_target_cannot_know()
    {
        var record = new RunRecord(Header());
        record.NextAttempt(First).Should().Be(0);
        record.Add(new LogLine { Started = new RecordedStart(First.Id, First.Driver) });
        record.Add(new LogLine { Resumed = Time });
        record.NextAttempt(First).Should().Be(2, "it had begun once, and may have begun once more unnoticed");
        record.NextAttempt(new("x.二", "api")).Should().Be(1, "it may have begun unnoticed");
    }

    [Fact]
    public void What_was_cut_short_is_not_done_and_what_waits_keeps_its_people()
    {
        var record = new RunRecord(Header());
        record.Add(new LogLine { Finished = Attempt() with { IsUnfinished = true } });
        record.IsDone(First).Should().BeFalse();
        record.Add(new LogLine { Finished = Attempt() with { Attempt = 3, Wait = new ScenarioWait(1, "夜間バッチ", null, new Dictionary<string, JsonElement>()) } });
        record.IsDone(First).Should().BeFalse();
        record.Waiting(First)!.Wait!.Reason.Should().Be("夜間バッチ");
        record.NextAttempt(First).Should().Be(3);
        record.Add(new LogLine { Finished = Attempt() with { Attempt = 3 } });
        record.IsDone(First).Should().BeTrue();
        record.Waiting(First).Should().BeNull();
        record.Attempts(First).Should().ContainSingle("going on after a wait is the same attempt");
    }

    private static LogHeader Header() => new("run", 1, "031", "2.1", "役割", MunicipalityClass.Other, "製品", "1.0", ["api"], "plan", 2, null, null, Time);

    private static RecordedAttempt Attempt() => new(
        new ScenarioRecord(First.Id, "例", "x.feature", 3, ["@api"], "api",
            [new StepRecord("ならば", "機能「0310001」（公式）: x", [["列"], ["値"]], "FAILED", "だめ", TimeSpan.FromMilliseconds(5), [new EvidenceRef("GET /", "x/y", "f")],
                [new AssertionRecord("甲", "乙", false)], new TroubleRecord(CauseKind.Environment, "why"))],
            Time, TimeSpan.FromSeconds(1)) { Sources = new Dictionary<string, string> { ["0310001"] = "文書" } },
        0);
}
