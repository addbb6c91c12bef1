using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks.Tests;

public sealed class ResidentRegistryTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    private MockHost host = null!;
    private HttpClient core = null!;

    public async ValueTask InitializeAsync()
    {
        host = await Some.Host();
        core = Some.Caller(host, NeighbourScopes.Residents);
    }

    public async ValueTask DisposeAsync()
    {
        core.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_move_is_announced_then_confirmed_or_cancelled_under_one_number()
    {
        var number = host.Residents.AnnounceMove(Move());
        var (_, first) = await core.FetchAsync("/jumin/v1/tenshutsushomei");
        host.Residents.ConfirmMove(number);
        host.Residents.CancelMove(number);

        var (_, rest) = await core.FetchAsync($"/jumin/v1/tenshutsushomei?since={first.Text("cursor")}");

        first.Objects("joho").Should().ContainSingle().Which.Text("jotai").Should().Be("yotei");
        rest.Objects("joho").Select(entry => (entry.Text("shomeibango"), entry.Text("jotai"), entry.Text("shimei")))
            .Should().Equal((number, "kakutei", "佐藤　一郎"), (number, "torikeshi", "佐藤　一郎"));
    }

    [Fact]
    public async Task Entries_come_twice_and_out_of_order()
    {
        var late = host.Residents.Protect("1", Day, Day.AddYears(1), ["2", "3"], Delivery.Later);
        var twice = host.Residents.ChangeProtection("1", Day, Day.AddYears(2), delivery: Delivery.Twice);
        host.Residents.Release(late);
        var end = host.Residents.EndProtection("1", Day, Day);

        var (_, feed) = await core.FetchAsync("/jumin/v1/shiensochi");

        feed.Objects("sabun").Select(entry => (entry.Text("sabunbango"), entry.Text("sabunkubun")))
            .Should().Equal((twice, "koshin"), (twice, "koshin"), (late, "settei"), (end, "kaijo"));
        feed.Objects("sabun")[2]["awasete"]!.AsArray().Should().HaveCount(2);
        feed.Objects("sabun")[0].Text("shuryonengappi").Should().Be("2028-04-01");
    }

    [Fact]
    public async Task Life_events_carry_the_persons_items_and_nonsense_goes_out_as_it_is()
    {
        var number = host.Residents.Report("tenkyo", "1", Day, new Dictionary<string, string> { ["jusho"] = "東京都" });
        host.Residents.SendAsIs("ido", new JsonObject { ["idojiyu"] = "nanika" });

        var (_, feed) = await core.FetchAsync("/jumin/v1/ido");

        feed.Objects("ido").Select(entry => entry.ToJsonString()).Should().HaveCount(2);
        (feed.Objects("ido")[0].Text("idobango"), feed.Objects("ido")[0].Text("jusho")).Should().Be((number, "東京都"));
        feed.Objects("ido")[1].Should().ContainSingle();
    }

    [Fact]
    public async Task It_is_known_who_has_read_an_entry_and_can_be_waited_for()
    {
        var number = host.Residents.Report("shibo", "1", Day);
        host.Residents.DeliveredTo(number).Should().BeEmpty();
        (await host.Residents.WaitDeliveredAsync(number, TimeSpan.Zero, TestContext.Current.CancellationToken)).Should().BeFalse();

        var waiting = host.Residents.WaitDeliveredAsync(number, Some.Deadline, TestContext.Current.CancellationToken);
        await core.FetchAsync("/jumin/v1/ido");

        (await waiting).Should().BeTrue();
        host.Residents.DeliveredTo(number).Should().Equal(Some.Client.ClientId);
        host.Journal.Unclaimed().Should().BeEmpty("a feed belongs to no scenario");
    }

    [Fact]
    public void What_cannot_be_is_refused_with_position_and_remedy()
    {
        FluentActions.Invoking(() => host.Residents.Report("kekkon", "1", Day)).Should().Throw<BadInputException>()
            .Which.Problems.Should().ContainSingle().Which.Remedy.Should().Contain("shussei");
        var move = Move();
        move.Remove("shimei");
        move["tenshutsuyoteinengappi"] = "2026-02-30";
        FluentActions.Invoking(() => host.Residents.AnnounceMove(move)).Should().Throw<BadInputException>()
            .Which.Problems.Select(problem => problem.File).Should().Equal("tenshutsushomei.shimei", "tenshutsushomei.tenshutsuyoteinengappi");
        FluentActions.Invoking(() => host.Residents.ConfirmMove("T1")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => host.Residents.Release("I1")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => host.Residents.SendAsIs("koseki", [])).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("/jumin/v1/ido?since=abc", 400)]
    [InlineData("/jumin/v1/koseki", 404)]
    public async Task A_feed_that_is_asked_for_wrongly_is_refused(string path, int status) => (await core.FetchAsync(path)).Status.Should().Be(status);

    [Fact]
    public async Task A_cursor_beyond_the_end_gives_nothing_and_the_end()
    {
        host.Residents.Report("shibo", "1", Day);

        var (_, feed) = await core.FetchAsync("/jumin/v1/ido?since=99");

        (feed.Objects("ido").Count, feed.Text("cursor")).Should().Be((0, "1"));
    }

    private static Dictionary<string, string> Move() => new()
    {
        ["kojinbango"] = "123456789018",
        ["shimei"] = "佐藤　一郎",
        ["shimei_furigana"] = "サトウ　イチロウ",
        ["seinengappi"] = "1990-04-02",
        ["zokugara"] = "世帯主",
        ["tenshutsumaejusho"] = "東京都千代田区",
        ["tenshutsusakijusho"] = "神奈川県横浜市",
        ["tenshutsuyoteinengappi"] = "2026-04-01",
    };
}
