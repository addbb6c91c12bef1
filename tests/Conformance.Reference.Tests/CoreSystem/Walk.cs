using System.Net;
using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.CoreSystem;

/// <summary>Goes through the six flows by the API and tells which steps went wrong, seen from outside only.</summary>
internal sealed class Walk(CoreInstance core)
{
    private static readonly string[] Conditions =
    [
        "shimei", "seibetsu", "seinengappi", "jusho_todofuken", "jusho_shikugunchosonmei", "jusho_choaza", "jusho_banchigohyoki",
    ];

    private readonly SortedSet<string> wrong = new(StringComparer.Ordinal);

    /// <summary>Steps that went wrong. A step that could not be tried, because an earlier one went wrong, is not among them.</summary>
    public async Task<IReadOnlyCollection<string>> GoAsync()
    {
        await ChooseAsync("200000000000001");
        await RequestNumberAsync();
        await ChangeAsync("200000000000002");
        await InheritAsync("100000000000003");
        await BecomeResidentAsync("200000000000004", "100000000000004");
        await LinkAndUndoAsync("200000000000005", "200000000000006");
        return wrong;
    }

    private async Task ChooseAsync(string number)
    {
        var entry = Some.Entry();
        core.Neighbour.Candidates.Add(Some.Candidate(number, entry));
        await core.PostAsync("shokai", entry);
        var asked = core.Neighbour.Of(FakeNeighbour.Inquiry)[^1].Conditions;
        Require("031-1-④", asked.Count == Conditions.Length
            && Conditions.All(item => asked.TryGetValue(item, out var condition) && condition == (entry[item], "kanzen")));

        await core.PostAsync("toroku-sentaku", With(entry, ("atenabango", number)));
        Require("031-1-⑧", Holds(await core.LedgerAsync(number), entry));
        Require("031-1-⑩", Sent(FakeNeighbour.Reception, "henko", number, entry));
    }

    private async Task RequestNumberAsync()
    {
        var entry = Some.Entry(("shimei", "鈴木　花子"), ("uji_nihonjin", "鈴木"), ("na_nihonjin", "花子"));
        await core.PostAsync("toroku-fuban", entry);
        var request = core.Neighbour.Of(FakeNeighbour.Numbering)[^1];
        string[] required = ["shikuchosonkodo", "nayosemotofuragu", "tagyomusanshofukafuragu", "sosashaid", "sosanengappi", "sosajikoku"];
        Require("031-1-⑨", request["shorikubun"] == "0" && Has(request, entry) && required.All(item => request[item]?.Length > 0));
        Require("031-1-⑭", Holds(await core.LedgerAsync(core.Neighbour.LastNumber), entry));
    }

    private async Task ChangeAsync(string number)
    {
        await RegisterAsync(number);
        var moved = new Dictionary<string, string> { ["jusho_choaza"] = "永田町一丁目", ["jusho_banchigohyoki"] = "７番１号" };
        await core.PostAsync("henko", With(moved, ("atenabango", number)));
        Require("031-2-④", Holds(await core.LedgerAsync(number), moved));
        Require("031-2-⑤", Sent(FakeNeighbour.Reception, "henko", number, moved));
    }

    private async Task InheritAsync(string number)
    {
        var entry = Some.Entry(("jusho_shikugunchosonmei", "港区"));
        await core.PostAsync("motojumin", With(entry, ("atenabango", number)));
        Require("031-3-④", Holds(await core.LedgerAsync(number), entry));
        Require("031-3-⑤", Sent(FakeNeighbour.Inheritance, null, number, entry));
    }

    private async Task BecomeResidentAsync(string number, string residentNumber)
    {
        await RegisterAsync(number);
        await core.PostAsync("jumin", With(Some.Entry(), ("juminatenabango", residentNumber)));
        var residents = await core.LedgerAsync(residentNumber);
        Require("031-4-②", Holds(residents, Some.Entry()));
        if (residents.Count == 0)
        {
            return;
        }

        await core.PostAsync("jumin-nayose", new Dictionary<string, string>
        {
            ["atenabango"] = number,
            ["juminatenabango"] = residentNumber,
        });
        Require("031-4-④", Holds(
            await core.LedgerAsync(number), new Dictionary<string, string> { ["jotai"] = "終了", ["juminatenabango"] = residentNumber }));
        Require("031-4-⑤", Sent(FakeNeighbour.Reception, "sakujo", number, []));
    }

    private async Task LinkAndUndoAsync(string source, string target)
    {
        await RegisterAsync(source);
        await RegisterAsync(target);
        var pair = new Dictionary<string, string> { ["nayosemotoatenabango"] = source, ["nayosesakiatenabango"] = target };

        await AskLatestAsync("031-5-③", source, "nayose");
        await core.PostAsync("nayose", pair);
        var sorted = Is(await core.LedgerAsync(source), "元", target) && Is(await core.LedgerAsync(target), "先", "");
        Require("031-5-⑨", sorted);
        Require("031-5-⑩", Sent(
            FakeNeighbour.Reception, "nayose", source, With(Some.Entry(), ("nayosesakiatenabango", target))));

        await AskLatestAsync("031-6-③", source, "nayosekaijo");
        if (!sorted)
        {
            return;
        }

        await core.PostAsync("nayose-kaijo", pair);
        Require("031-6-⑨", Is(await core.LedgerAsync(source), "なし", "") && Is(await core.LedgerAsync(target), "なし", ""));
        Require("031-6-⑩", Sent(FakeNeighbour.Reception, "nayosekaijo", source, Some.Entry()));
    }

    private async Task AskLatestAsync(string step, string number, string purpose)
    {
        var before = core.Neighbour.Of(FakeNeighbour.Inquiry).Count;
        await core.PostAsync("saishin-kakunin", new Dictionary<string, string> { ["atenabango"] = number, ["mokuteki"] = purpose });
        var asked = core.Neighbour.Of(FakeNeighbour.Inquiry);
        Require(step, asked.Count == before + 1
            && asked[^1].Conditions.TryGetValue("atenabango", out var condition) && condition == (number, "kanzen"));
    }

    /// <summary>Gets a person into 業務DB, by whichever way works.</summary>
    private async Task RegisterAsync(string number)
    {
        var person = With(Some.Entry(), ("atenabango", number));
        await core.PostAsync("toroku-sentaku", person);
        if ((await core.LedgerAsync(number)).Count == 0)
        {
            var (status, _) = await core.PostAsync("motojumin", person);
            status.Should().Be(HttpStatusCode.OK);
        }
    }

    private bool Sent(string path, string? kind, string number, Dictionary<string, string> items) =>
        core.Neighbour.Of(path, kind).Any(call => call["atenabango"] == number && Has(call, items) && call["sosashaid"]?.Length > 0);

    private static bool Has(Call call, Dictionary<string, string> items) => items.All(item => call[item.Key] == item.Value);

    private static bool Holds(IReadOnlyList<JsonObject> records, Dictionary<string, string> items) =>
        records is [var record] && items.All(item => record[item.Key]?.ToString() == item.Value);

    private static bool Is(IReadOnlyList<JsonObject> records, string sorting, string target) => Holds(
        records, new Dictionary<string, string> { ["nayosekubun"] = sorting, ["nayosesakiatenabango"] = target });

    private static Dictionary<string, string> With(Dictionary<string, string> items, params (string Item, string Value)[] more)
    {
        var all = new Dictionary<string, string>(items);
        foreach (var (item, value) in more)
        {
            all[item] = value;
        }

        return all;
    }

    private void Require(string step, bool holds)
    {
        if (!holds)
        {
            wrong.Add(step);
        }
    }
}
