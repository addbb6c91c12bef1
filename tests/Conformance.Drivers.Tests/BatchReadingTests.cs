using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Tests;

public sealed class BatchReadingTests
{
    [Fact]
    public void A_batch_is_a_word_or_has_times_or_a_command()
    {
        var batches = Some.FullProfile().Batches;
        batches["申請取込"].Should().BeEquivalentTo(new BatchPlan("自動"));
        batches["定時払い"].Should().BeEquivalentTo(new BatchPlan("待機") { From = new TimeOnly(22, 0), Until = new TimeOnly(6, 0), Ask = "JOB051 を流す" });
        batches["夜間"].Should().BeEquivalentTo(new BatchPlan("コマンド") { Command = ["./night.sh"], Within = TimeSpan.FromMinutes(20) });
    }

    [Theory]
    [InlineData("2026-04-01T03:00:00+09:00", "2026-04-01T06:00:00+09:00")]
    [InlineData("2026-04-01T06:00:00+09:00", "2026-04-02T06:00:00+09:00")]
    [InlineData("2026-04-01T22:00:00Z", "2026-04-03T06:00:00+09:00")]
    public void It_is_over_at_the_next_such_time_in_Japan(string now, string over) =>
        new BatchPlan("待機") { Until = new TimeOnly(6, 0) }.OverAfter(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(DateTimeOffset.Parse(over, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("{by: コマンド}", "CF5003")]
    [InlineData("{by: 待機, run: [x]}", "CF5003")]
    [InlineData("{by: 待機, until: '25:00'}", "CF5005")]
    [InlineData("夜", "CF5005")]
    public void Anything_else_is_refused(string batch, string code)
    {
        var text = File.ReadAllText(Some.Data("full.profile.yaml"));
        var read = () => ProfileLoader.Parse(text.Replace("定時払い: {by: 待機, from: '22:00', until: '06:00', ask: JOB051 を流す}", $"定時払い: {batch}", StringComparison.Ordinal), "p.yaml", new ProfileInputs { Variables = new Dictionary<string, string> { ["port"] = "1" } });
        read.Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == code);
    }
}
