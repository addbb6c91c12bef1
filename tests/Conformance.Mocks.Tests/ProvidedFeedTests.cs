namespace Conformance.Mocks.Tests;

public sealed class ProvidedFeedTests
{
    [Fact]
    public async Task The_feeds_of_our_own_are_sound()
    {
        await using var host = await Some.Host();
        using var core = Some.Caller(host, NeighbourScopes.Residents);
        var day = new DateOnly(2026, 4, 1);
        host.Residents.Report("shussei", "1", day);
        host.Residents.Protect("1", day, day.AddYears(1));

        foreach (var feed in new[] { "ido", "shiensochi" })
        {
            var (_, body) = await core.FetchAsync($"/jumin/v1/{feed}");
            var read = ProvidedFeed.Read(feed, body.ToJsonString(), feed);

            read.Problems.Should().BeEmpty();
            (read.Entries.Count, read.Cursor).Should().Be((1, "1"));
        }
    }

    [Fact]
    public void A_wrong_code_is_told_with_place_and_remedy_and_the_rest_is_kept()
    {
        const string received = """
            {"cursor": "2", "ido": [
              {"idobango": "1", "atenabango": "1", "idonengappi": "2026-04-01", "idojiyu": "kekkon"},
              {"idobango": "2", "atenabango": "1", "idonengappi": "2026-04-01", "idojiyu": "tenkyo"},
              {"idobango": "3", "idonengappi": "2026-02-30", "idojiyu": "shibo"}
            ]}
            """;

        var read = ProvidedFeed.Read("ido", received, "http://target/ido");

        read.Entries.Should().ContainSingle().Which.Text("idobango").Should().Be("2");
        read.Received.Should().Be(received);
        read.Problems.Select(problem => (problem.Code, problem.Line)).Should().Equal(("CF6815", 2), ("CF6815", 4), ("CF6815", 4));
        read.Problems[0].ToString().Should().Be("CF6815 http://target/ido(2,69): /ido/0/idojiyu: 'kekkon' is no code of 'idojiyu'. Use one of: shussei shibo tennyu tenshutsu tenkyo kokugai.");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("<html>", 1)]
    [InlineData("[]", 3)]
    [InlineData("{}", 2)]
    [InlineData("""{"cursor":"1","ido":[1]}""", 5)]
    public void Nonsense_is_told_and_kept(string received, int problems)
    {
        var read = ProvidedFeed.Read("ido", received, "feed");

        read.Problems.Should().HaveCount(problems);
        (read.Received, read.Entries.Count).Should().Be((received, 0));
    }
}
