using System.Net;
using System.Text.Json.Nodes;
using Conformance.Reference.Atena;

namespace Conformance.Reference.Tests.Atena;

public sealed class AtenaApiTests
{
    private static readonly string Kanji51 = new('亜', 51);

    [Fact]
    public async Task A_registration_is_answered_in_the_shape_of_the_document()
    {
        await using var atena = await RunningAtena.StartAsync();
        var reply = await atena.RegisterAsync(Some.Registration());

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Type.Should().Be("application/json;charset=UTF-8");
        reply.Body["metadata"]!.ToJsonString().Should().Be(new JsonObject { ["title"] = "住登外者宛名番号付番", ["detail"] = "登録が完了しました。" }.ToJsonString());
        reply.Body["_links"]!["self"]!["href"]!.GetValue<string>().Should().Be("/app_submit/v10/jutogaishaatenabangofuban");
        var line = reply.Result.Single()!.AsObject();
        line.Select(member => member.Key).Should().Equal("shikuchosonkodo", "atenabango", "rirekibango", "sosashaid", "sosanengappi", "sosajikoku");
        line["rirekibango"]!.GetValue<int>().Should().Be(1);
        line["atenabango"]!.GetValue<string>().Should().MatchRegex("^[0-9]{15}$");
        line["sosajikoku"]!.GetValue<string>().Should().Be("09:00:00");
    }

    public static TheoryData<string, string?, string> Refused => new()
    {
        { "sosashaid", null, "E0001" },
        { "shikuchosonkodo", null, "E0001" },
        { "shimei", null, "E0004" },
        { "shimei", "SATO", "E0002" },
        { "shimei", "ｻﾄｳ", "E0002" },
        { "gyomuid", "００１", "E0002" },
        { "seibetsu", "7", "E0002" },
        { "seinengappi", "2021-02-30", "E0002" },
        { "seinengappi", "2021-2-3", "E0003" },
        { "seinengappi", "1964-00-00", "E0004" },
        { "sosanengappi", "2021-00-00", "E0002" },
        { "sosajikoku", "24:00:00", "E0002" },
        { "sosajikoku", "9:00", "E0003" },
        { "uji_nihonjin", "51", "E0003" },
        { "jusho_yubinbango", "100001", "E0003" },
        { "nayosemotofuragu", "1", "E0004" },
        { "shorikubun", "1", "E0004" },
        { "shorikubun", "2", "E0004" },
        { "shorikubun", "3", "E0002" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_item_is_refused_with_its_code_and_nothing_is_stored(string item, string? value, string code)
    {
        await using var atena = await RunningAtena.StartAsync();
        var body = Some.Registration((item, item == "uji_nihonjin" ? Kanji51 : value), ("tsusho", "唯一　通称"));
        var reply = await atena.RegisterAsync(body);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Codes.Should().Equal(code);
        reply.Body["detail"]!.GetValue<string>().Should().Be("エラーが発生しました。");
        (await atena.InquireAsync(("tsusho", "唯一　通称", "kanzen"))).Result.Should().BeEmpty();
    }

    public static TheoryData<string, string> Accepted => new()
    {
        { "seinengappi", "0000-00-00" },
        { "seinengappi", "1964-07-00" },
        { "seinengappi", "2024-02-29" },
        { "sosajikoku", "23:59" },
        { "jusho_katagaki", new string('亜', 300) },
        { "uji_nihonjin", string.Concat(Enumerable.Repeat("葛󠄀", 50)) },
        { "na_nihonjin", string.Concat(Enumerable.Repeat("𠮷", 50)) },
        { "sosashaid", "abcdefghij" },
        { "tsusho", "" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_right_item_is_stored_as_it_came(string item, string value)
    {
        await using var atena = await RunningAtena.StartAsync();
        var number = await atena.NumberAsync(Some.Registration((item, value), ("seinengappi_fushohyoki", "頃")));

        (await atena.InquireAsync(("atenabango", number, "kanzen"))).All(item).Should().Equal(value);
    }

    [Fact]
    public async Task A_person_whose_name_is_not_known_yet_needs_none()
    {
        await using var atena = await RunningAtena.StartAsync();
        var nameless = Some.Registration(
            ("shimei", null), ("uji_nihonjin", null), ("na_nihonjin", null), ("shimei_furigana", null),
            ("uji_nihonjin_furigana", null), ("na_nihonjin_furigana", null), ("shimei_gaikokujinromaji", null));

        (await atena.RegisterAsync(nameless)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_errors_come_at_once_and_only_the_first_as_a_variant()
    {
        var wrong = Some.Registration(("seibetsu", "7"), ("shimei", "abc"), ("sosashaid", null));
        await using var atena = await RunningAtena.StartAsync();
        await using var brief = await RunningAtena.StartAsync(variant: "V03-first-error-only");

        (await atena.RegisterAsync(wrong)).Codes.Should().Equal("E0002", "E0002", "E0001");
        (await brief.RegisterAsync(wrong)).Codes.Should().Equal("E0002");
    }

    [Fact]
    public async Task Numbers_stay_unique_under_parallel_requests_and_have_check_digits()
    {
        await using var atena = await RunningAtena.StartAsync();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => atena.NumberAsync(Some.Registration())));

        numbers.Should().OnlyHaveUniqueItems();
        numbers.Should().OnlyContain(number => CheckDigitHolds(number));
    }

    [Fact]
    public async Task A_number_is_given_twice_only_by_fault()
    {
        await using var atena = await RunningAtena.StartAsync(fault: "A01-number-twice");
        var numbers = await Task.WhenAll(atena.NumberAsync(Some.Registration()), atena.NumberAsync(Some.Registration()));

        numbers[0].Should().Be(numbers[1]);
    }

    [Fact]
    public async Task A_given_number_is_registered_once_and_a_picked_one_is_updated()
    {
        await using var atena = await RunningAtena.StartAsync();
        var own = Some.Registration(("shorikubun", "1"), ("atenabango", "123456789012345"));
        var picked = Some.Registration(("shorikubun", "2"), ("atenabango", "123456789012345"), ("shimei", "鈴木　一郎"));

        (await atena.RegisterAsync(own)).All("atenabango").Should().Equal("123456789012345");
        (await atena.RegisterAsync(own)).Codes.Should().Equal("E0004");
        (await atena.RegisterAsync(picked)).All("rirekibango").Should().Equal("2");
        (await atena.InquireAsync(("shimei", "佐藤　一郎", "kanzen"))).All("shimei").Should().Equal("鈴木　一郎");
    }

    [Fact]
    public async Task An_inherited_number_is_kept_and_never_given_again()
    {
        await using var atena = await RunningAtena.StartAsync();
        var first = await atena.NumberAsync(Some.Registration());
        var next = (long.Parse(first[..14], System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var inherited = Enumerable.Range(0, 10).Select(digit => $"{next}{digit}").Single(CheckDigitHolds);
        var reply = await atena.CallAsync(Interface.Inheritance.Path, Some.Registration(("shorikubun", null), ("atenabango", inherited)));

        reply.All("atenabango").Should().Equal(inherited);
        (await atena.NumberAsync(Some.Registration())).Should().NotBe(inherited);
    }

    [Fact]
    public async Task A_change_keeps_the_other_items_and_the_past_can_be_found()
    {
        await using var atena = await RunningAtena.StartAsync();
        var number = await atena.NumberAsync(Some.Registration());
        (await atena.NoticeAsync("henko", number, ("jusho_choaza", "大手町"))).All("rirekibango").Should().Equal("2");

        var found = await atena.InquireAsync(("jusho_choaza", "霞が関", "bubun"), ("seibetsu", "1", "kanzen"));
        found.All("jusho_choaza").Should().Equal("大手町");
        found.All("jusho_katagaki").Should().Equal("虎ノ門ハイツ１０１号");
        (await atena.AskAsync(Interface.History, number)).All("jusho_choaza").Should().Equal("霞が関二丁目", "大手町");
    }

    [Fact]
    public async Task A_deleted_person_is_in_the_history_only()
    {
        await using var atena = await RunningAtena.StartAsync();
        var number = await atena.NumberAsync(Some.Registration());
        await atena.NoticeAsync("sakujo", number);

        (await atena.InquireAsync(("atenabango", number, "kanzen"))).Result.Should().BeEmpty();
        (await atena.AskAsync(Interface.History, number)).All("rirekikubun").Should().Equal("toroku", "sakujo");
        (await atena.NoticeAsync("henko", number, ("seibetsu", "2"))).Codes.Should().Equal("E0004");
        (await atena.NoticeAsync("sakujo", number)).Codes.Should().Equal("E0004");
    }

    [Fact]
    public async Task A_reserved_person_shows_to_the_registering_business_only()
    {
        await using var atena = await RunningAtena.StartAsync();
        await atena.RegisterAsync(Some.Registration(("tagyomusanshofukafuragu", "1")));

        (await atena.InquireForAsync("001", ("shimei", "佐藤", "bubun"))).Result.Should().HaveCount(1);
        (await atena.InquireForAsync("002", ("shimei", "佐藤", "bubun"))).Result.Should().BeEmpty();
    }

    [Fact]
    public async Task A_link_is_undone_and_both_stay_in_its_history()
    {
        await using var atena = await RunningAtena.StartAsync();
        var from = await atena.NumberAsync(Some.Registration());
        var to = await atena.NumberAsync(Some.Registration());

        (await atena.NoticeAsync("nayosekaijo", from)).Codes.Should().Equal("E0004");
        (await atena.NoticeAsync("nayose", from, ("nayosesakiatenabango", to))).Status.Should().Be(HttpStatusCode.OK);
        (await atena.AskAsync(Interface.Links, from)).All("nayosesakiatenabango").Should().Equal(to);
        (await atena.AskAsync(Interface.Links, to)).All("atenabango").Should().Equal(to, from);
        (await atena.NoticeAsync("nayosekaijo", from)).Status.Should().Be(HttpStatusCode.OK);
        (await atena.AskAsync(Interface.Links, from)).All("nayosemotofuragu").Should().Equal("0");
        (await atena.AskAsync(Interface.LinkHistory, from)).All("rirekikubun").Should().Equal("nayose", "nayosekaijo");
    }

    [Fact]
    public async Task While_one_edits_another_reads_but_does_not_write()
    {
        await using var atena = await RunningAtena.StartAsync();
        var number = await atena.NumberAsync(Some.Registration());
        Task<Reply> WriteAs(string operatorId) => atena.NoticeAsync("henko", number, ("sosashaid", operatorId), ("seibetsu", "2"));

        (await atena.AskAsync(Interface.BeginEdit, number, "A")).Status.Should().Be(HttpStatusCode.OK);
        (await atena.AskAsync(Interface.BeginEdit, number, "B")).Codes.Should().Equal("E0004");
        (await WriteAs("B")).Codes.Should().Equal("E0004");
        (await atena.InquireAsync(("atenabango", number, "kanzen"))).Result.Should().HaveCount(1);
        (await WriteAs("A")).Status.Should().Be(HttpStatusCode.OK);
        await atena.AskAsync(Interface.EndEdit, number, "A");
        (await WriteAs("B")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_valid_token_nothing_happens()
    {
        await using var atena = await RunningAtena.StartAsync();
        foreach (var asked in Interface.All)
        {
            foreach (var token in new[] { null, "expired" })
            {
                var reply = await atena.CallAsync(asked.Path, Some.Registration(), token);
                reply.Status.Should().Be(HttpStatusCode.Unauthorized);
                reply.Body["detail"]!.GetValue<string>().Should().Be("アクセストークンが無効です。");
            }
        }
    }

    [Fact]
    public async Task What_is_written_shows_two_seconds_later_as_a_variant()
    {
        await using var atena = await RunningAtena.StartAsync(variant: "V01-visible-after-two-seconds");
        await atena.RegisterAsync(Some.Registration());

        (await atena.InquireAsync(("shimei", "佐藤", "bubun"))).Result.Should().BeEmpty();
        atena.Clock.Advance(TimeSpan.FromSeconds(2));
        (await atena.InquireAsync(("shimei", "佐藤", "bubun"))).Result.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"shimei":1}""")]
    [InlineData("""{"shimei":"\ud842"}""")]
    [InlineData("""{"shimei":"あ","shimei":"い"}""")]
    public async Task A_body_that_is_no_object_of_texts_is_refused(string body)
    {
        await using var atena = await RunningAtena.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(atena.Address, Interface.Numbering.Path)) { Content = new StringContent(body) };
        request.Headers.Add("Authorization", "Bearer " + RunningAtena.Token);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_description_lists_every_operation()
    {
        await using var atena = await RunningAtena.StartAsync();
        var description = JsonNode.Parse(await atena.GetAsync("/openapi.json"))!;

        description["paths"]!.AsObject().Select(path => path.Key).Should().BeEquivalentTo(Interface.All.Select(asked => asked.Path));
        (await atena.GetAsync("/health")).Should().Be("ok");
    }

    private static bool CheckDigitHolds(string number)
    {
        var sum = Enumerable.Range(0, 14).Sum(i => (number[13 - i] - '0') * (2 + (i % 6)));
        var expected = sum % 11 <= 1 ? 0 : 11 - (sum % 11);
        return number[14] - '0' == expected;
    }
}
