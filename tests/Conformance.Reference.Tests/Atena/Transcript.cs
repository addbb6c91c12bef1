using System.Text;
using Conformance.Reference.Atena;

namespace Conformance.Reference.Tests.Atena;

/// <summary>Everything the application answers to one fixed sequence of requests, on both surfaces.</summary>
internal sealed class Transcript
{
    private readonly RunningAtena atena;
    private readonly StringBuilder text = new();

    private Transcript(RunningAtena atena) => this.atena = atena;

    public static async Task<string> OfAsync(string? fault = null, string? variant = null)
    {
        await using var atena = await RunningAtena.StartAsync(fault, variant);
        var transcript = new Transcript(atena);
        await transcript.ChecksAsync();
        await transcript.NumbersAsync();
        await transcript.ChangesAsync();
        await transcript.SearchesAsync();
        await transcript.LinksAsync();
        await transcript.EditsAsync();
        await transcript.ScreensAsync();
        note(await atena.CallAsync("/illustrative/maintenance?on=true", []));
        note(await atena.RegisterAsync(Some.Registration()));
        return transcript.text.ToString();

        void note(Reply reply) => transcript.Note(reply);
    }

    private void Note(Reply reply) => text.Append((int)reply.Status).Append(' ').Append(reply.Type).Append(' ').AppendLine(reply.Text);

    private async Task ChecksAsync()
    {
        foreach (var item in Items.Stored.Prepend(Items.Process))
        {
            var name = item.Name;
            var wide = item.Type == ItemType.FullWidth;
            Note(await atena.RegisterAsync(Some.Registration((name, null))));
            Note(await atena.RegisterAsync(Some.Registration((name, wide ? "abc" : "１"))));
            if (item is { Codes.Count: 0 } && item.Type is ItemType.FullWidth or ItemType.HalfWidth)
            {
                var one = wide ? "亜" : "1";
                Note(await atena.RegisterAsync(Some.Registration((name, string.Concat(Enumerable.Repeat(one, item.Length))))));
                Note(await atena.RegisterAsync(Some.Registration((name, string.Concat(Enumerable.Repeat(one, item.Length + 1))))));
            }
        }

        Note(await atena.RegisterAsync(Some.Registration(("shorikubun", "2"))));
        Note(await atena.RegisterAsync(Some.Registration(("seibetsu", "7"))));
        Note(await atena.RegisterAsync(Some.Registration(("seinengappi", "2021-02-30"))));
        Note(await atena.RegisterAsync(Some.Registration(("seinengappi", "1964-00-00"), ("seinengappi_fushohyoki", "昭和三十九年頃"))));
        Note(await atena.CallAsync(Interface.Numbering.Path, Some.Registration(), token: null));
        Note(await atena.CallAsync(Interface.Numbering.Path, Some.Registration(), token: "expired-token"));
        Note(await atena.RegisterAsync(Some.Registration(("shimei", "拒否　された"), ("seibetsu", "x"))));
        Note(await atena.InquireAsync(("shimei", "拒否　された", "kanzen")));
    }

    private async Task NumbersAsync()
    {
        var both = await Task.WhenAll(atena.RegisterAsync(Some.Registration()), atena.RegisterAsync(Some.Registration()));
        var numbers = both.Select(reply => reply.Status == System.Net.HttpStatusCode.OK ? reply.All("atenabango").First() : "").Distinct();
        text.Append("different numbers: ").Append(numbers.Count()).AppendLine();
        for (var i = 0; i < 12; i++)
        {
            Note(await atena.RegisterAsync(Some.Registration(("shimei", "𠮷野　葛󠄀子"))));
        }

        Note(await atena.InquireAsync(("shimei", "𠮷野　葛󠄀子", "kanzen")));
        Note(await atena.CallAsync(Interface.Inheritance.Path, Some.Registration(("shorikubun", null), ("atenabango", "100000000000001"), ("shimei", "元住民　花子"))));
        Note(await atena.RegisterAsync(Some.Registration()));
        Note(await atena.InquireAsync(("shimei", "元住民　花子", "kanzen")));
    }

    private async Task ChangesAsync()
    {
        await atena.RegisterAsync(Some.Registration(("shorikubun", "1"), ("atenabango", "300000000000001"), ("shimei", "変更　前子")));
        Note(await atena.NoticeAsync("henko", "300000000000001", ("shimei", "変更　後子"), ("seibetsu", "2")));
        Note(await atena.NoticeAsync("henko", "300000000000001", ("jusho_banchigohyoki", "２番７号")));
        Note(await atena.NoticeAsync("henko", "300000000000001", ("jusho_katagaki", "別館")));
        Note(await atena.NoticeAsync("henko", "399999999999999", ("shimei", "不在　者")));
        Note(await atena.AskAsync(Interface.History, "300000000000001"));
        Note(await atena.InquireAsync(("shimei", "変更　前子", "kanzen")));
        Note(await atena.InquireAsync(("shimei", "変更　後子", "kanzen")));
        Note(await atena.NoticeAsync("sakujo", "300000000000001"));
        Note(await atena.InquireAsync(("shimei", "変更　後子", "kanzen")));
        Note(await atena.AskAsync(Interface.History, "300000000000001"));
    }

    private async Task SearchesAsync()
    {
        await atena.RegisterAsync(Some.Registration(("shimei", "検索　男"), ("seinengappi", "1970-01-01")));
        await atena.RegisterAsync(Some.Registration(("shimei", "検索　女"), ("seinengappi", "1970-01-02"), ("seibetsu", "2")));
        await atena.RegisterAsync(Some.Registration(("shimei", "検索　秘"), ("tagyomusanshofukafuragu", "1")));
        Note(await atena.InquireAsync(("shimei", "索　", "bubun")));
        Note(await atena.InquireForAsync("002", ("shimei", "検索", "bubun")));
        Note(await atena.InquireAsync(("shimei", "検索", "bubun"), ("seibetsu", "2", "kanzen")));
        Note(await atena.InquireAsync(("shimei", "検索", "bubun"), ("seinengappi", "1970-01-02", "kanzen")));
        Note(await atena.InquireAsync(("seinengappi", "1970-01-02", "kanzen")));
        Note(await atena.InquireAsync(("shimei", "検", "kanzen")));
    }

    private async Task LinksAsync()
    {
        await atena.RegisterAsync(Some.Registration(("shorikubun", "1"), ("atenabango", "400000000000001"), ("shimei", "名寄　元")));
        await atena.RegisterAsync(Some.Registration(("shorikubun", "1"), ("atenabango", "400000000000002"), ("shimei", "名寄　先")));
        foreach (var kind in new[] { "nayose", "nayosekaijo" })
        {
            Note(await atena.NoticeAsync(kind, "400000000000001", ("nayosesakiatenabango", "400000000000002")));
            Note(await atena.AskAsync(Interface.Links, "400000000000001"));
            Note(await atena.AskAsync(Interface.Links, "400000000000002"));
            Note(await atena.AskAsync(Interface.LinkHistory, "400000000000001"));
        }
    }

    private async Task EditsAsync()
    {
        Note(await atena.AskAsync(Interface.BeginEdit, "400000000000001", "A"));
        Note(await atena.AskAsync(Interface.BeginEdit, "400000000000001", "B"));
        Note(await atena.NoticeAsync("henko", "400000000000001", ("sosashaid", "B"), ("jusho_choaza", "丸の内")));
        Note(await atena.InquireAsync(("atenabango", "400000000000001", "kanzen")));
        Note(await atena.AskAsync(Interface.EndEdit, "400000000000001", "A"));
        Note(await atena.NoticeAsync("henko", "400000000000001", ("sosashaid", "B"), ("jusho_choaza", "大手町")));
    }

    private async Task ScreensAsync()
    {
        using var browser = await atena.LogInAsync();
        text.AppendLine(await browser.GetAsync("/op/shinki"));
        text.AppendLine(await browser.PostAsync("/op/shinki", ("shorikubun", "0"), ("shikuchosonkodo", "131016"), ("shimei", "ABC"),
            ("seinengappi", "昭和39年7月1日"), ("nayosemotofuragu", "0"), ("tagyomusanshofukafuragu", "0")));
    }
}
