using System.Text.Json.Nodes;

namespace Conformance.Mocks.Tests;

public sealed class AtenaInquiryTests : WithMocks
{
    [Fact]
    public async Task A_person_is_found_by_exact_and_partial_values_and_by_number()
    {
        var number = host.Atena.Register(Some.Person());
        host.Atena.Register(Some.Person("鈴木　花子"));

        (await NumbersAsync(Some.Inquiry("shimei", "佐藤　一郎"))).Should().Equal(number);
        (await NumbersAsync(Some.Inquiry("shimei", "佐藤", partial: true))).Should().Equal(number);
        (await NumbersAsync(Some.Inquiry("atenabango", number))).Should().Equal(number);
        (await NumbersAsync(Some.Inquiry("shimei", "佐藤"))).Should().BeEmpty();
        (await NumbersAsync(Some.Inquiry("seinengappi", "1964-07-01"))).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_person_is_found_by_a_past_value_and_shown_as_now()
    {
        var number = host.Atena.Register(Some.Person("佐藤　花子"));
        host.Atena.RegisterPast(number, Some.Named("田中　花子"));
        host.Atena.RegisterPast(number, Some.Named("高橋　花子"));

        var (_, body) = await core.SendAsync(Some.InquiryPath, Some.Inquiry("shimei", "田中　花子"));

        var record = body.Result().Should().ContainSingle().Subject;
        record.Text("shimei").Should().Be("佐藤　花子");
        record["rirekibango"]!.GetValue<int>().Should().Be(3);
        record.Text("sakujofuragu").Should().Be("0");
        host.Atena.History(number).Select(state => (state.Serial, state.Kind, state.Items["氏名"])).Should().Equal(
            (1, "toroku", "田中　花子"), (2, "henko", "高橋　花子"), (3, "henko", "佐藤　花子"));
    }

    [Fact]
    public async Task All_conditions_must_hold_in_one_record()
    {
        var number = host.Atena.Register(Some.Person("佐藤　花子"));
        host.Atena.RegisterPast(number, new Dictionary<string, string> { ["氏名"] = "田中　花子", ["住所_都道府県"] = "大阪府" });

        JsonObject Both(string name, string prefecture)
        {
            var inquiry = Some.Inquiry("shimei", name);
            inquiry["joken"]!.AsArray().Add(new JsonObject { ["komoku"] = "jusho_todofuken", ["chi"] = prefecture });
            return inquiry;
        }

        (await NumbersAsync(Both("田中　花子", "大阪府"))).Should().Equal(number);
        (await NumbersAsync(Both("佐藤　花子", "大阪府"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Others_do_not_see_what_is_hidden_from_them()
    {
        var hidden = Some.Person();
        hidden["他業務参照不可フラグ"] = "1";
        var number = host.Atena.Register(hidden);

        (await NumbersAsync(Some.Inquiry("shimei", "佐藤　一郎"))).Should().Equal(number);
        (await NumbersAsync(Some.Inquiry("shimei", "佐藤　一郎", business: "010"))).Should().BeEmpty();
    }

    [Fact]
    public async Task The_deleted_are_not_found()
    {
        var number = host.Atena.Register(Some.Person());
        await core.SendAsync(Some.ReceptionPath, Some.Reception("sakujo", number));

        (await NumbersAsync(Some.Inquiry("shimei", "佐藤　一郎"))).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_registered_through_the_interface_is_found()
    {
        var (_, body) = await core.SendAsync(Some.NumberPath, Some.Registration("ＳＭＩＴＨ　ＪＯＨＮ"));

        (await NumbersAsync(Some.Inquiry("shimei", "SMITH JOHN"))).Should().Equal(body.Result()[0].Text("atenabango"));
    }

    [Fact]
    public async Task Candidates_can_be_prepared_for_one_person()
    {
        var number = host.Atena.ReserveNumber();
        host.Atena.PrepareAnswer(new PreparedAnswer
        {
            Operation = AtenaOperations.Inquiry,
            Containing = Some.Named("佐藤　一郎"),
            Candidates = [new Dictionary<string, string> { ["宛名番号"] = number, ["氏名"] = "佐藤　一朗" }],
            Times = 1,
        });

        (await NumbersAsync(Some.Inquiry("shimei", "鈴木　花子"))).Should().BeEmpty();
        (await NumbersAsync(Some.Inquiry("shimei", "佐藤　一郎"))).Should().Equal(number);
        (await NumbersAsync(Some.Inquiry("shimei", "佐藤　一郎"))).Should().BeEmpty("it was prepared for one request");
        (await core.SendAsync(Some.ReceptionPath, Some.Reception("henko", number))).Status.Should().Be(200, "the candidate is known");
    }

    [Fact]
    public async Task Conditions_are_journalled_by_item_name()
    {
        await core.SendAsync(Some.InquiryPath, Some.Inquiry("shimei_furigana", "サトウ", partial: true));

        host.Journal.Entries.Should().ContainSingle().Which.Conditions
            .Should().Equal(new RequestedCondition("氏名_フリガナ", "サトウ", Partial: true));
    }

    [Theory]
    [InlineData("""{"gyomuid":"001"}""", "E0001")]
    [InlineData("""{"joken":[]}""", "E0001")]
    [InlineData("""{"joken":"x"}""", "E0002")]
    [InlineData("""{"joken":[1]}""", "E0002")]
    [InlineData("""{"joken":[{"chi":"x"}]}""", "E0001")]
    [InlineData("""{"joken":[{"komoku":"nosuchitem","chi":"x"}]}""", "E0002")]
    [InlineData("""{"joken":[{"komoku":"shimei","chi":"x","itchi":"like"}]}""", "E0002")]
    [InlineData("""{"joken":[{"komoku":"shimei","chi":""}]}""", "E0001")]
    public async Task An_inquiry_that_cannot_be_understood_is_refused_rather_than_answered_with_nobody(string body, string code)
    {
        var (status, answer) = await core.SendAsync(Some.InquiryPath, JsonNode.Parse(body)!);

        status.Should().Be(400);
        answer.Errors().Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void Preparations_that_cannot_work_are_refused_at_once()
    {
        FluentActions.Invoking(() => host.Atena.Register(new Dictionary<string, string> { ["しめい"] = "x" })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => host.Atena.RegisterPast("000000000000000", Some.Named("x"))).Should().Throw<ArgumentException>();
        var taken = Some.Person();
        taken["宛名番号"] = host.Atena.Register(Some.Person());
        FluentActions.Invoking(() => host.Atena.Register(taken)).Should().Throw<ArgumentException>();
        foreach (var answer in new PreparedAnswer[]
        {
            new() { Operation = AtenaOperations.Inquiry, Containing = Some.Named("x") },
            new() { Operation = AtenaOperations.Inquiry, Containing = new Dictionary<string, string>(), Body = "" },
            new() { Operation = AtenaOperations.Number, Containing = Some.Named("x"), Candidates = [] },
            new() { Operation = AtenaOperations.Inquiry, Containing = Some.Named("x"), Candidates = [Some.Named("x")] },
        })
        {
            FluentActions.Invoking(() => host.Atena.PrepareAnswer(answer)).Should().Throw<ArgumentException>();
        }
    }

    private async Task<IReadOnlyList<string>> NumbersAsync(JsonObject inquiry)
    {
        var (status, body) = await core.SendAsync(Some.InquiryPath, inquiry);
        status.Should().Be(200);
        return [.. body.Result().Select(record => record.Text("atenabango"))];
    }
}
