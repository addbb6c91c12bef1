using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Mocks.Tests;

/// <summary>付番 after 付番API仕様 2.0版.</summary>
public sealed class AtenaNumberingTests : WithMocks
{
    [Fact]
    public async Task A_request_gets_a_number_in_the_shape_of_the_specification()
    {
        using var response = await core.PostAsync(
            new Uri(Some.NumberPath, UriKind.Relative), Json(Some.Registration().ToJsonString()), TestContext.Current.CancellationToken);

        // Before anything parses the header and writes it anew.
        response.Content.Headers.NonValidated["Content-Type"].ToString().Should().Be("application/json;charset=UTF-8");
        var (status, body) = await response.ReadAsync();
        status.Should().Be(200);
        body["metadata"]!.ToJsonString().Should().Be(new JsonObject { ["title"] = "住登外者宛名番号付番", ["detail"] = "登録が完了しました。" }.ToJsonString());
        body["_links"]!["self"]!["href"]!.GetValue<string>().Should().Be(Some.NumberPath);
        var result = body.Result().Should().ContainSingle().Subject;
        AtenaNumber.IsPlausible(result.Text("atenabango")).Should().BeTrue();
        result["rirekibango"]!.GetValue<int>().Should().Be(1);
        result.Select(member => member.Key).Should().Equal("shikuchosonkodo", "atenabango", "rirekibango", "sosashaid", "sosanengappi", "sosajikoku");
        result.Text("sosajikoku").Should().Be("09:00:00");
    }

    [Theory]
    [InlineData("shorikubun", "処理区分")]
    [InlineData("shikuchosonkodo", "市区町村コード")]
    [InlineData("nayosemotofuragu", "名寄せ元フラグ")]
    [InlineData("tagyomusanshofukafuragu", "他業務参照不可フラグ")]
    [InlineData("sosashaid", "操作者ID")]
    [InlineData("sosanengappi", "操作年月日")]
    [InlineData("sosajikoku", "操作時刻")]
    public async Task A_required_item_that_is_missing_empty_or_null_is_E0001(string member, string name)
    {
        foreach (var body in new[]
        {
            Some.Registration().Without(member), Some.Registration().With(member, ""), Some.Registration().With(member, null),
        })
        {
            (await RefusedAsync(body)).Should().Equal(("E0001", $"{name}が設定されていません。"));
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_known_number_is_required_where_it_is_to_be_used(string processing) =>
        (await RefusedAsync(Some.Registration().With("shorikubun", processing))).Should().Equal(("E0001", "宛名番号が設定されていません。"));

    [Theory]
    [InlineData("shimei", "ｻﾄｳ", "氏名")]
    [InlineData("shimei", "SATO", "氏名")]
    [InlineData("sosashaid", "１２３", "操作者ID")]
    [InlineData("shorikubun", "3", "処理区分")]
    [InlineData("tagyomusanshofukafuragu", "2", "他業務参照不可フラグ")]
    [InlineData("sosanengappi", "2026-02-29", "操作年月日")]
    [InlineData("sosanengappi", "2026/02/28", "操作年月日")]
    [InlineData("sosajikoku", "25:00:00", "操作時刻")]
    [InlineData("sosajikoku", "9:00", "操作時刻")]
    public async Task A_character_or_value_that_may_not_be_is_E0002(string member, string value, string name)
    {
        var errors = await RefusedAsync(Some.Registration().With(member, value));

        errors.Should().ContainSingle();
        errors[0].Code.Should().Be("E0002");
        errors[0].Message.Should().StartWith($"{name}は").And.EndWith("で設定してください。");
    }

    [Theory]
    [InlineData("shikuchosonkodo", "13101", "市区町村コードは6桁で設定してください。")]
    [InlineData("kojinbango", "1234567890123", "個人番号は12桁で設定してください。")]
    [InlineData("jusho_yubinbango", "100", "住所_郵便番号は7桁で設定してください。")]
    [InlineData("sosanengappi", "2026-2-3", "操作年月日は10桁で設定してください。")]
    [InlineData("sosashaid", "12345678901", "操作者IDは10桁で設定してください。")]
    public async Task A_wrong_length_is_E0003(string member, string value, string message) =>
        (await RefusedAsync(Some.Registration().With(member, value))).Should().Equal(("E0003", message));

    [Fact]
    public async Task Lengths_are_met_exactly_and_not_exceeded_by_one()
    {
        // 𠮷 is one character of two UTF-16 units, 葛 with a variation selector one of three.
        var hundred = string.Concat(Enumerable.Repeat("𠮷", 99)) + "葛\U000E0100";

        (await core.SendAsync(Some.NumberPath, Some.Registration(hundred))).Status.Should().Be(200);
        (await RefusedAsync(Some.Registration(hundred + "子"))).Should().Equal(("E0003", "氏名は100桁で設定してください。"));
    }

    [Fact]
    public async Task A_link_without_its_target_is_E0004() =>
        (await RefusedAsync(Some.Registration().With("nayosemotofuragu", "1")))
            .Should().Equal(("E0004", "名寄せ元フラグが設定されている場合、名寄せ先宛名番号は設定必須です。"));

    [Fact]
    public async Task All_errors_are_told_at_once_and_nothing_is_stored()
    {
        var errors = await RefusedAsync(Some.Registration("SATO").Without("sosashaid").With("shikuchosonkodo", "1"));

        errors.Select(error => error.Code).Should().BeEquivalentTo("E0001", "E0002", "E0003");
        host.Journal.Entries[^1].Reasons.Should().HaveCount(3);
        (await core.SendAsync(Some.InquiryPath, Some.Inquiry("seinengappi", "1964-07-01"))).Body.Result().Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"shorikubun":{"a":1}}""")]
    [InlineData("""{"shimei":"\ud800"}""")]
    [InlineData("""{"\ud800":"x"}""")]
    public async Task A_body_that_cannot_be_read_is_answered_400_and_journalled(string body)
    {
        using var response = await core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), Json(body), TestContext.Current.CancellationToken);

        (await response.ReadAsync()).Status.Should().Be(400);
        var entry = host.Journal.Entries.Should().ContainSingle().Subject;
        entry.Body.Should().Be(body);
        entry.Reasons.Should().NotBeEmpty();
        entry.Failure.Should().BeNull();
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_refused_and_a_byte_order_mark_is_not()
    {
        var text = Some.Registration().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        // 「佐」 in Shift_JIS, which no JSON may be in (RFC 8259 section 8.1).
        using var shiftJis = new ByteArrayContent([.. Encoding.UTF8.GetBytes("{\"shimei\":\""), 0x8D, 0xB2, .. Encoding.UTF8.GetBytes("\"}")]);
        using var marked = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);

        using var refused = await core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), shiftJis, TestContext.Current.CancellationToken);
        using var accepted = await core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), marked, TestContext.Current.CancellationToken);

        ((int)refused.StatusCode).Should().Be(400);
        host.Journal.Entries[0].Reasons.Should().ContainSingle().Which.Should().Contain("UTF-8");
        ((int)accepted.StatusCode).Should().Be(200);
        host.Journal.Entries[1].Remarks.Should().Contain(remark => remark.Contains("byte order mark"));
    }

    [Theory]
    [InlineData("sosajikoku", "09:00")]
    [InlineData("shimei_furigana", "サトウ イチロウ")]
    [InlineData("seinengappi", "1964-07-00")]
    [InlineData("seinengappi", "0000-01-01")]
    [InlineData("kojinbango", "")]
    [InlineData("unknown_member", "x")]
    [InlineData("shimei", null)]
    public async Task What_no_official_text_forbids_is_accepted(string member, string? value) =>
        (await core.SendAsync(Some.NumberPath, Some.Registration().With(member, value))).Status.Should().Be(200);

    [Fact]
    public async Task What_is_odd_but_not_forbidden_is_remarked()
    {
        using var content = Json(Some.Registration().With("shorikubun", 0).With("extra", "x").ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        using var response = await core.PostAsync(new Uri(Some.NumberPath, UriKind.Relative), content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(200);
        host.Journal.Entries[0].Remarks.Should().HaveCount(3);
    }

    [Fact]
    public async Task Without_a_valid_token_the_answer_is_401_and_is_journalled()
    {
        var expired = host.Authorisation.Issue(Some.Client.ClientId, Some.NumberScope, TimeSpan.FromMinutes(1));
        host.Authorisation.Expire(expired);
        foreach (var authorization in new[] { null, "Bearer never-issued", $"Bearer {expired.Value}", "Basic eDp5" })
        {
            using var http = new HttpClient { BaseAddress = host.BaseAddress };
            using var request = new HttpRequestMessage(HttpMethod.Post, Some.NumberPath) { Content = Json(Some.Registration().ToJsonString()) };
            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            }

            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var (status, body) = await response.ReadAsync();

            status.Should().Be(401);
            body.Select(member => member.Key).Should().Equal("title", "detail", "_links");
            body.Text("detail").Should().Be("アクセストークンが無効です。");
        }

        host.Journal.Entries.Should().HaveCount(4).And.OnlyContain(entry => entry.ResponseStatus == 401 && entry.Reasons.Count == 1);
        host.Journal.Entries.Should().NotContain(entry => entry.Headers.Values.Any(value => value.Contains(expired.Value)));
        host.Journal.Entries[1].Headers["authorization"].Should().Be("Bearer [redacted]");
    }

    [Fact]
    public async Task A_token_for_something_else_is_out_of_scope()
    {
        using var other = Some.Caller(host, Some.InquiryScope);

        (await other.SendAsync(Some.NumberPath, Some.Registration())).Status.Should().Be(403);
        (await other.SendAsync(Some.InquiryPath, Some.Inquiry("shimei", "佐藤　一郎"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task Only_POST_is_offered()
    {
        using var response = await core.GetAsync(new Uri(Some.NumberPath, UriKind.Relative), TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(405);
        response.Content.Headers.Allow.Should().Equal("POST");
    }

    [Fact]
    public async Task Many_at_once_get_numbers_of_their_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => core.SendAsync(Some.NumberPath, Some.Registration())));

        answers.Should().OnlyContain(answer => answer.Status == 200);
        var numbers = answers.Select(answer => answer.Body.Result()[0].Text("atenabango")).ToList();
        numbers.Should().OnlyHaveUniqueItems().And.OnlyContain(number => AtenaNumber.IsPlausible(number) && AtenaNumber.Remainder(number.Substring(0, 14)) != 1);
        host.Journal.Entries.Select(entry => entry.Sequence).Should().Equal(Enumerable.Range(1, 200).Select(i => (long)i));
        // The journal's order is the order of effects.
        host.Journal.Entries.Select(entry => JsonNode.Parse(entry.ResponseBody)!["result"]![0]!["atenabango"]!.GetValue<string>())
            .Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_next_number_for_a_person_can_be_assigned()
    {
        var number = host.Atena.ReserveNumber();
        host.Atena.AssignNext(Some.Named("鈴木　花子"), number);

        var other = await core.SendAsync(Some.NumberPath, Some.Registration());
        var assigned = await core.SendAsync(Some.NumberPath, Some.Registration("鈴木　花子"));
        var again = await core.SendAsync(Some.NumberPath, Some.Registration("鈴木　花子"));

        assigned.Body.Result()[0].Text("atenabango").Should().Be(number);
        new[] { other, again }.Should().NotContain(answer => answer.Body.Result()[0].Text("atenabango") == number);
        FluentActions.Invoking(() => host.Atena.AssignNext(Some.Named("x"), number)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_known_number_is_kept_and_its_history_counts_up(string processing)
    {
        var number = host.Atena.Register(Some.Person());

        var (_, body) = await core.SendAsync(
            Some.NumberPath, Some.Registration("佐藤　二郎").With("shorikubun", processing).With("atenabango", number));

        body.Result()[0].Text("atenabango").Should().Be(number);
        body.Result()[0]["rirekibango"]!.GetValue<int>().Should().Be(2);
        host.Atena.History(number).Select(record => record.Items["氏名"]).Should().Equal("佐藤　一郎", "佐藤　二郎");
    }

    [Fact]
    public async Task A_request_is_journalled_by_item_name_before_it_is_answered()
    {
        var wait = host.Journal.WaitForAsync(
            entry => entry.Operation == AtenaOperations.Number && entry.Mentions("氏名", "佐藤　一郎"), Some.Deadline, TestContext.Current.CancellationToken);

        var (_, body) = await core.SendAsync(Some.NumberPath, Some.Registration());

        host.Journal.Find(held => held.Operation == AtenaOperations.Number && held.Mentions("氏名", "佐藤　一郎"))
            .Should().ContainSingle("the entry was made before the answer left");
        var entry = (await wait)!;
        entry.Neighbour.Should().Be("住登外者宛名番号管理機能");
        entry.Client.Should().Be(Some.Client.ClientId);
        entry.Items["氏名_フリガナ"].Should().Be("サトウ　イチロウ");
        entry.Items["住所_都道府県"].Should().Be("東京都");
        entry.Items["処理区分"].Should().Be("0");
        JsonNode.Parse(entry.ResponseBody)!.ToJsonString().Should().Be(body.ToJsonString());
    }

    [Fact]
    public async Task An_answer_can_be_prepared_for_one_person_and_withdrawn()
    {
        using (host.Atena.PrepareAnswer(new PreparedAnswer
        {
            Operation = AtenaOperations.Number, Containing = Some.Named("佐藤　一郎"), Status = 503, Body = "<html>", ContentType = "text/html",
        }))
        {
            using var response = await core.PostAsync(
                new Uri(Some.NumberPath, UriKind.Relative), Json(Some.Registration().ToJsonString()), TestContext.Current.CancellationToken);
            ((int)response.StatusCode).Should().Be(503);
            (await core.SendAsync(Some.NumberPath, Some.Registration("鈴木　花子"))).Status.Should().Be(200);
        }

        (await core.SendAsync(Some.NumberPath, Some.Registration())).Status.Should().Be(200);
        host.Journal.Entries.Select(entry => entry.Prepared).Should().Equal(true, false, false);
    }

    private async Task<IReadOnlyList<(string Code, string Message)>> RefusedAsync(JsonObject request)
    {
        var (status, body) = await core.SendAsync(Some.NumberPath, request);
        status.Should().Be(400);
        body.Text("title").Should().Be("住登外者宛名番号付番");
        body.Text("detail").Should().Be("エラーが発生しました。");
        body["_links"]!["self"]!["href"]!.GetValue<string>().Should().Be(Some.NumberPath);
        host.Journal.Entries[^1].Reasons.Should().HaveCount(body.Errors().Count);
        return body.Errors();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
