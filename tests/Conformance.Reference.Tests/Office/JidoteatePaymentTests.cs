using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Jidoteate;

namespace Conformance.Reference.Tests.Office;

public sealed class JidoteatePaymentTests
{
    [Fact]
    public async Task The_registered_account_is_asked_for_only_where_the_person_wants_it()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Accounts[Some.Person] = Some.Members(Some.Account);
        var number = await GrantedAsync(office, ("kozariyo", "0"));
        office.Around.Asked("POST /dantainai").Should().BeEmpty();
        (await office.RowAsync("jukyusha-shokai", ("ninteibango", number)))["kozajotai"]!.ToString().Should().Be("未確定");
        (await office.RowAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06")))["jotai"]!.ToString().Should().Be("口座未確定");
        (await office.RefusalAsync("shiharai-data", ("shiharainengetsu", "2026-06"))).Should().Equal("E0006");
    }

    [Fact]
    public async Task A_changed_account_is_asked_for_again_before_it_is_paid()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Accounts[Some.Person] = Some.Members(Some.Account);
        var number = await GrantedAsync(office, ("kozariyo", "1"));
        office.Around.Accounts[Some.Person] = Some.Members(Some.With(Some.Account, ("kozabango", "7654321")));
        Change(office, "henko");

        var payment = await office.RowAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"), ("ninteibango", number));
        (payment["kozabango"]!.ToString(), payment["jotai"]!.ToString(), payment["kingaku"]!.ToString()).Should().Be(("7654321", "支払予定", "25000"));
        office.Around.Asked("POST /dantainai").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_deleted_account_bars_the_payment()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Accounts[Some.Person] = Some.Members(Some.Account);
        await GrantedAsync(office, ("kozariyo", "1"));
        office.Around.Accounts.Clear();
        Change(office, "sakujo");
        (await office.RowAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06")))["jotai"]!.ToString().Should().Be("口座未確定");
    }

    [Fact]
    public async Task Nobody_is_answered_while_the_network_is_down_and_everybody_afterwards()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Accounts[Some.Person] = Some.Members(Some.Account);
        office.Around.NetworkDown = true;
        var number = await GrantedAsync(office, ("kozariyo", "1"));
        (await office.RowAsync("jukyusha-shokai", ("ninteibango", number)))["kozajotai"]!.ToString().Should().Be("照会中");
        office.Around.NetworkDown = false;
        await office.RoundAsync();
        (await office.RowAsync("jukyusha-shokai", ("ninteibango", number)))["kozajotai"]!.ToString().Should().Be("確定");
    }

    [Fact]
    public async Task The_file_holds_a_line_for_each_payment_under_a_heading_of_item_names()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var number = await GrantedAsync(office, Some.Account);
        await office.RowsAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"));
        var file = await office.RowAsync("shiharai-data", ("shiharainengetsu", "2026-06"));

        var key = file["filemei"]!.ToString();
        key.Should().MatchRegex("^027x007/20260401093000_[0-9]+\\.csv$");
        var lines = Encoding.UTF8.GetString(office.Around.Objects[key]).Split("\r\n");
        lines[0].Should().Be("shiharaibango,atenabango,kinyukikankodo,tenpokodo,yokinshubetsu,kozabango,kozameiginin,kingaku,shiharainengetsu");
        lines[1].Should().EndWith($",{Some.Person},0001,002,1,1234567,ミホン　ハナコ,25000,2026-06");
        (await office.Api.GetStringAsync(new Uri($"/api/shiharai-file/{key}", UriKind.Relative))).Should().StartWith("shiharaibango");
        (await office.RowAsync("shiharai-shokai", ("ninteibango", number)))["jotai"]!.ToString().Should().Be("支払済");
        (await office.PrintedAsync(file["chohyobango"]!.ToString())).Should().Contain("支払金額　25,000円");
    }

    [Fact]
    public async Task A_failed_transfer_is_paid_again_once_there_is_an_account()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var number = await GrantedAsync(office, Some.Account);
        await office.RowsAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"));
        await office.RowAsync("shiharai-data", ("shiharainengetsu", "2026-06"));
        var payment = await office.RowAsync("shiharai-shokai", ("ninteibango", number));
        await office.RowAsync("furikomi-funo", ("shiharaibango", payment["shiharaibango"]!.ToString()), ("funojiyu", "1"));

        (await office.RowsAsync("shiharai-ichiran", ("shiharainengetsu", "2026-08"))).Single()["jotai"]!.ToString().Should().Be("口座未確定");
        await office.RowAsync("koza-henko", [("ninteibango", number), .. Some.Account]);
        var again = (await office.RowsAsync("shiharai-ichiran", ("shiharainengetsu", "2026-08"))).Single();
        (again["jotai"]!.ToString(), again["taishonengetsu"]!.ToString(), again["kingaku"]!.ToString()).Should().Be(("支払予定", "2026-05〜2026-07", "75000"));
    }

    [Fact]
    public async Task An_odd_month_is_no_month_of_payment_and_a_payment_at_any_time_may_be_in_one()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var number = await GrantedAsync(office, Some.Account);
        (await office.RefusalAsync("shiharai-ichiran", ("shiharainengetsu", "2026-07"))).Should().Equal("E0006");
        (await office.RowAsync("zuiji-barai", ("ninteibango", number), ("shiharainengetsu", "2026-07")))["kingaku"]!.ToString().Should().Be("50000");
    }

    [Fact]
    public async Task A_folder_takes_the_file_where_there_is_no_interface()
    {
        var folder = Directory.CreateTempSubdirectory("renkei");
        try
        {
            await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product, settings: ("object-store", folder.FullName));
            await GrantedAsync(office, Some.Account);
            await office.RowsAsync("shiharai-ichiran", ("shiharainengetsu", "2026-06"));
            var file = await office.RowAsync("shiharai-data", ("shiharainengetsu", "2026-06"));
            File.Exists(Path.Combine(folder.FullName, file["filemei"]!.ToString())).Should().BeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Change(OfficeInstance office, string kind) => office.Around.AccountChanges.Add(new JsonObject
    {
        ["atenabango"] = Some.Person,
        ["koshinnichiji"] = "2026-05-01T09:00:00+09:00",
        ["jotai"] = kind,
    });

    private static async Task<string> GrantedAsync(OfficeInstance office, params (string, string)[] more)
    {
        var claim = (await office.RowAsync("nintei-seikyu", Some.Claim(more)))["seikyubango"]!.ToString();
        await office.RowAsync("shinsa", ("seikyubango", claim));
        await office.RoundAsync();
        return (await office.RowAsync("kettei", ("seikyubango", claim), ("ketteikubun", "1")))["ninteibango"]!.ToString();
    }
}
