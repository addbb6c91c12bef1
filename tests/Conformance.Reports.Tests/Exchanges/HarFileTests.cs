using System.Text.Json;
using Conformance.Reports.Exchanges;
using Conformance.Reports.Tests.Samples;
using Conformance.Verdicts;
using FluentAssertions;

namespace Conformance.Reports.Tests.Exchanges;

public sealed class HarFileTests : IDisposable
{
    private readonly EvidenceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_exchange_is_an_entry_on_the_page_of_its_scenario()
    {
        var exchange = folder.Exchange("POST /x", "POST /x?a=1&b=%E3%81%82&c HTTP/1.1\nHost: product.test:8443\nContent-Type: application/json\n\n{\"a\":\n1}", "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{}");

        var log = await Write(Some.Run([Some.Scenario(steps: [Some.Step(evidence: [exchange])])]));

        log.GetProperty("version").GetString().Should().Be("1.2");
        var page = log.GetProperty("pages").EnumerateArray().Should().ContainSingle().Subject;
        var entry = log.GetProperty("entries").EnumerateArray().Should().ContainSingle().Subject;
        entry.GetProperty("pageref").GetString().Should().Be(page.GetProperty("id").GetString());
        var request = entry.GetProperty("request");
        request.GetProperty("method").GetString().Should().Be("POST");
        request.GetProperty("url").GetString().Should().Be("http://product.test:8443/x?a=1&b=%E3%81%82&c");
        request.GetProperty("queryString").EnumerateArray().Select(pair => pair.GetProperty("name").GetString() + "=" + pair.GetProperty("value").GetString()).Should().Equal("a=1", "b=%E3%81%82", "c=");
        request.GetProperty("postData").GetProperty("text").GetString().Should().Be("{\"a\":\n1}");
        entry.GetProperty("response").GetProperty("status").GetInt32().Should().Be(400);
        entry.GetProperty("response").GetProperty("statusText").GetString().Should().Be("Bad Request");
        entry.GetProperty("response").GetProperty("content").GetProperty("text").GetString().Should().Be("{}");
        entry.GetProperty("time").GetDouble().Should().Be(18.25);
    }

    [Fact]
    public async Task What_was_done_on_a_screen_is_no_http_and_a_missing_file_is_left_out()
    {
        var screen = folder.Exchange("登録", "「登録」を押した", "登録しました", surface: "ui");
        var lost = new EvidenceRef("GET /y", "application/vnd.conformance.exchange+json", "lost.exchange.json");
        var outside = new EvidenceRef("GET /z", "application/vnd.conformance.exchange+json", "../result.json");

        var log = await Write(Some.Run([Some.Scenario(steps: [Some.Step(evidence: [screen, lost, outside])])]));

        log.GetProperty("entries").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Each_attempt_has_a_page_of_its_own_and_a_call_without_an_answer_has_status_0()
    {
        var first = folder.Exchange("GET /1", "GET /1 HTTP/1.1\nHost: a", "");
        var second = folder.Exchange("GET /2", "GET /2 HTTP/1.1\nHost: a", "HTTP/1.1 200 OK\n\n");
        var scenario = Some.Scenario(steps: [Some.Step(evidence: [second])]) with
        {
            EarlierAttempts = [new AttemptResult(0, VerdictKind.Inconclusive, CauseKind.Environment, null, [], [Some.Step(evidence: [first])], Some.Start, TimeSpan.Zero)],
        };

        var log = await Write(Some.Run([scenario]));

        log.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("id").GetString()).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        log.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("response").GetProperty("status").GetInt32()).Should().Equal(0, 200);
    }

    [Fact]
    public async Task Hostile_answers_stay_text_and_ten_megabytes_are_cut_with_a_note()
    {
        const string hostile = "</script>\u202E\0\uD800=HYPERLINK(1)\r\nX: y";
        var exchange = folder.Exchange(hostile, "GET /" + hostile + " HTTP/1.1\nHost: " + hostile, "HTTP/1.1 200 " + hostile + "\n\n" + new string('大', 10_000_000));

        var log = await Write(Some.Run([Some.Scenario(hostile, hostile, steps: [Some.Step(evidence: [exchange])])]));

        log.GetProperty("entries")[0].GetProperty("response").GetProperty("content").GetProperty("text").GetString().Should().HaveLength((1 << 20) + " …（全10000000文字）".Length).And.EndWith("（全10000000文字）");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("GET")]
    [InlineData("GET /\nno header\n: empty\n\n\n")]
    [InlineData("\r\n\r\n")]
    public void Any_text_can_be_read_as_an_exchange(string text)
    {
        var read = HttpText.Parse(text);

        (read.Word(0) + read.Word(1) + read.Word(2)).Should().NotContain(" ");
        read.Headers.All(header => header.Key.Length > 0).Should().BeTrue();
    }

    private async Task<JsonElement> Write(params RunResult[] runs)
    {
        using var stream = new MemoryStream();
        await HarFile.WriteAsync(stream, runs, folder.Directory, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("log").Clone();
    }
}
