using System.Text.Json.Nodes;

namespace Conformance.Mocks.Tests;

/// <summary>変更, 削除, 名寄せ, 名寄せ解除, 引継, histories and 異動処理 (illustrative interfaces).</summary>
public sealed class AtenaReceptionTests : WithMocks
{
    [Fact]
    public async Task A_change_keeps_what_it_does_not_name_and_the_history_keeps_both()
    {
        var number = host.Atena.Register(Some.Person());

        var (status, body) = await core.SendAsync(Some.ReceptionPath, Some.Reception("henko", number).With("jusho_todofuken", "大阪府"));

        status.Should().Be(200);
        body.Result()[0]["rirekibango"]!.GetValue<int>().Should().Be(2);
        var history = (await InquireAsync("rirekishokai", number)).ToList();
        history.Select(state => state.Text("rirekikubun")).Should().Equal("toroku", "henko");
        history[0].ContainsKey("jusho_todofuken").Should().BeFalse();
        history[1].Text("jusho_todofuken").Should().Be("大阪府");
        history[1].Text("shimei").Should().Be("佐藤　一郎");
        host.Journal.Entries[0].Operation.Should().Be(AtenaOperations.Change);
    }

    [Fact]
    public async Task A_deletion_keeps_the_history_and_ends_all_further_changes()
    {
        var number = host.Atena.Register(Some.Person());

        (await core.SendAsync(Some.ReceptionPath, Some.Reception("sakujo", number))).Status.Should().Be(200);

        (await InquireAsync("rirekishokai", number)).Select(state => state.Text("rirekikubun")).Should().Equal("toroku", "sakujo");
        (await core.SendAsync(Some.ReceptionPath, Some.Reception("henko", number))).Body.Errors().Should().ContainSingle().Which.Code.Should().Be("E0004");
    }

    [Fact]
    public async Task A_link_is_made_undone_and_remembered()
    {
        var from = host.Atena.Register(Some.Person());
        var to = host.Atena.Register(Some.Person("佐藤　一朗"));

        await core.SendAsync(Some.ReceptionPath, Some.Reception("nayose", from).With("nayosesakiatenabango", to));
        var linked = (await InquireAsync("nayoseshokai", from))[0];
        var undone = await core.SendAsync(Some.ReceptionPath, Some.Reception("nayosekaijo", from));
        var unlinked = (await InquireAsync("nayoseshokai", from))[0];

        (linked.Text("nayosesakiatenabango"), linked.Text("nayosemotofuragu")).Should().Be((to, "1"));
        undone.Body.Result()[0]["rirekibango"]!.GetValue<int>().Should().Be(3);
        (unlinked.Text("nayosesakiatenabango"), unlinked.Text("nayosemotofuragu")).Should().Be(("", "0"));
        (await InquireAsync("nayoserirekishokai", from))
            .Select(entry => (entry.Text("rirekikubun"), entry.Text("nayosesakiatenabango"), entry.Text("sosajikoku")))
            .Should().Equal(("nayose", to, "10:00"), ("nayosekaijo", to, "10:00"));
        (await InquireAsync("nayoseshokai", to))[0].Text("nayosemotofuragu").Should().Be("0");
        host.Journal.Entries.Select(entry => entry.Operation).Should().StartWith([AtenaOperations.Link, AtenaOperations.LinkInquiry, AtenaOperations.Unlink]);
    }

    [Fact]
    public async Task Undoing_a_link_that_is_not_known_here_is_remarked_and_not_refused()
    {
        var number = host.Atena.Register(Some.Person());

        (await core.SendAsync(Some.ReceptionPath, Some.Reception("nayosekaijo", number))).Status.Should().Be(200);

        host.Journal.Entries[0].Remarks.Should().ContainSingle();
        host.Atena.History(number).Should().ContainSingle();
    }

    [Fact]
    public async Task A_link_needs_two_known_records()
    {
        var number = host.Atena.Register(Some.Person());

        foreach (var target in new JsonNode?[] { null, number, "000000000000000" })
        {
            (await core.SendAsync(Some.ReceptionPath, Some.Reception("nayose", number).With("nayosesakiatenabango", target?.DeepClone())))
                .Body.Errors().Should().ContainSingle().Which.Code.Should().Be("E0004");
        }

        host.Atena.History(number).Should().ContainSingle();
    }

    [Theory]
    [InlineData("shorikubun", null, "E0001")]
    [InlineData("shorikubun", "other", "E0002")]
    [InlineData("atenabango", null, "E0001")]
    [InlineData("atenabango", "000000000000000", "E0004")]
    [InlineData("shimei", "SATO", "E0002")]
    public async Task A_reception_that_cannot_be_done_is_refused(string member, string? value, string code)
    {
        var number = host.Atena.Register(Some.Person());

        var (status, body) = await core.SendAsync(Some.ReceptionPath, Some.Reception("henko", number).With(member, value));

        status.Should().Be(400);
        body.Errors().Should().ContainSingle().Which.Code.Should().Be(code);
        host.Atena.History(number).Should().ContainSingle();
    }

    [Fact]
    public async Task An_inherited_number_is_kept_and_never_given_to_another()
    {
        var inherited = host.Atena.ReserveNumber();

        var (status, body) = await core.SendAsync(
            Some.InheritancePath, Some.Registration().Without("shorikubun").With("atenabango", inherited));

        status.Should().Be(200);
        body.Result()[0].Text("atenabango").Should().Be(inherited);
        host.Journal.Entries[0].Operation.Should().Be(AtenaOperations.Inheritance);
        (await core.SendAsync(Some.InheritancePath, Some.Registration().Without("shorikubun")))
            .Body.Errors().Should().Equal(("E0001", "宛名番号が設定されていません。"));
    }

    [Fact]
    public async Task Numbers_jump_over_one_that_was_inherited()
    {
        await using var fresh = await Some.Host(new MockHostOptions { Atena = new AtenaOptions { FirstSerial = 20_000_000_000_000 } });
        await using var twin = await Some.Host(new MockHostOptions { Atena = new AtenaOptions { FirstSerial = 20_000_000_000_000 } });
        using var caller = Some.Caller(twin);
        var first = fresh.Atena.ReserveNumber();

        await caller.SendAsync(Some.InheritancePath, Some.Registration().Without("shorikubun").With("atenabango", first));
        var (_, body) = await caller.SendAsync(Some.NumberPath, Some.Registration());

        body.Result()[0].Text("atenabango").Should().NotBe(first);
    }

    [Fact]
    public async Task While_one_operator_updates_another_reads_and_cannot_write()
    {
        var number = host.Atena.Register(Some.Person());
        JsonObject Hold(string operatorId) => new() { ["atenabango"] = number, ["sosashaid"] = operatorId };

        (await core.SendAsync("/illustrative/idoshorikaishi", Hold("A"))).Status.Should().Be(200);
        (await core.SendAsync("/illustrative/idoshorikaishi", Hold("B"))).Body.Errors().Should().ContainSingle().Which.Code.Should().Be("E0004");
        (await core.SendAsync("/illustrative/idoshorishuryo", Hold("B"))).Status.Should().Be(400);
        (await core.SendAsync(Some.ReceptionPath, Some.Reception("henko", number, "B"))).Status.Should().Be(400);
        (await core.SendAsync(Some.InquiryPath, Some.Inquiry("atenabango", number))).Body.Result().Should().ContainSingle();
        (await core.SendAsync(Some.ReceptionPath, Some.Reception("henko", number, "A"))).Status.Should().Be(200);
        (await core.SendAsync("/illustrative/idoshorishuryo", Hold("A"))).Status.Should().Be(200);
        (await core.SendAsync(Some.ReceptionPath, Some.Reception("henko", number, "B"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task Inquiries_about_an_unknown_number_find_nothing()
    {
        foreach (var path in new[] { "rirekishokai", "nayoseshokai", "nayoserirekishokai" })
        {
            (await InquireAsync(path, "000000000000000")).Should().BeEmpty();
            (await core.SendAsync($"/illustrative/{path}", new JsonObject())).Status.Should().Be(400);
        }
    }

    private async Task<IReadOnlyList<JsonObject>> InquireAsync(string path, string number)
    {
        var (status, body) = await core.SendAsync($"/illustrative/{path}", new JsonObject { ["atenabango"] = number });
        status.Should().Be(200);
        return body.Result();
    }
}
