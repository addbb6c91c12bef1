using System.Text.Json.Nodes;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;

namespace Conformance.Reference.Jidoteate;

/// <summary>公金受取口座 by way of 団体内統合宛名機能: asked by 宛名番号, answered later; changes are told.
/// Visited by one round at a time.</summary>
internal sealed class Accounts(Desk desk, NeighbourCalls calls, Uri? address) : INeighbour
{
    private const string Scope = "koza:read";
    private static readonly string[] Items = [.. JidoteateFields.Names(JidoteateFields.Account)];

    private readonly List<Inquiry> all = [];
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private string cursor = "";

    public string Name => "団体内統合宛名機能（公金受取口座）";

    /// <summary>Called, with the gate held, when an answer has arrived.</summary>
    public Action<Inquiry> Answered { get; set; } = _ => { };

    /// <summary>Called, with the gate held, for each person whose account was changed or deleted.</summary>
    public Action<string> Changed { get; set; } = _ => { };

    /// <summary>Puts an inquiry up for the next round. The caller holds the gate.</summary>
    public void Ask(string person, string application, string claim) => all.Add(new Inquiry(person, application, claim));

    /// <summary>Inquiries of a claim or person, blank for all. The caller holds the gate.</summary>
    public IEnumerable<Row> Find(string claim, string person) => all
        .Where(asked => claim.Length == 0 || asked.Claim == claim)
        .Where(asked => person.Length == 0 || asked.Person == person)
        .Select(asked => new Row
        {
            ["shokaibango"] = asked.Number, ["seikyubango"] = asked.Claim, ["atenabango"] = asked.Person, ["jotai"] = asked.State,
        }.Take(asked.Account.Only(Items)).Take(new Row { ["koshinnichiji"] = asked.UpdatedAt }));

    /// <summary>Whether an inquiry about the person is still open. The caller holds the gate.</summary>
    public bool Open(string person) => all.Any(asked => asked.Person == person && asked.State == "照会中");

    public async Task<int> VisitAsync(CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return 0;
        }

        await ChangesAsync(cancellationToken);
        List<Inquiry> open;
        lock (desk.Gate)
        {
            open = [.. all.Where(asked => asked.State == "照会中")];
        }

        var done = 0;
        NeighbourException? failure = null;
        foreach (var asked in open)
        {
            try
            {
                done += await GoOnAsync(asked, cancellationToken) ? 1 : 0;
            }
            catch (NeighbourException e)
            {
                // The others may be answered all the same.
                failure = e;
            }
        }

        return failure is null ? done : throw failure;
    }

    private async Task<bool> GoOnAsync(Inquiry asked, CancellationToken cancellationToken)
    {
        if (asked.Number.Length == 0)
        {
            var body = new JsonObject { ["gyomuid"] = "027", ["atenabango"] = desk.Behaviour.Shows(JidoteateFaults.WideInquiry) ? Widths.Widen(asked.Person) : asked.Person };
            if (asked.Application.Length > 0)
            {
                body["uketsukebango"] = asked.Application;
            }

            var accepted = await calls.JsonAsync(HttpMethod.Post, address!, "/dantainai/v1/koza-shokai", Scope, body, null, cancellationToken);
            asked.Number = accepted["shokaibango"]?.ToString() ?? throw new NeighbourException(200, "照会の応答に照会番号がありません。");
        }

        var answer = await calls.JsonAsync(
            HttpMethod.Get, address!, $"/dantainai/v1/koza-shokai/{Uri.EscapeDataString(asked.Number)}", Scope, null, null, cancellationToken);
        var state = answer["jotai"]?.ToString();
        if (state is not ("kanryo" or "error"))
        {
            return false;
        }

        lock (desk.Gate)
        {
            asked.UpdatedAt = answer["koshinnichiji"]?.ToString() ?? "";
            if (state == "kanryo" && answer["torokuumu"]?.ToString() == "1" && answer["koza"] is JsonObject account)
            {
                foreach (var item in Items)
                {
                    asked.Account[item] = account[item]?.ToString() ?? "";
                }

                desk.Behaviour.Through("account", asked.Account);
                asked.State = "確定";
            }
            else
            {
                asked.State = state == "error" ? "照会不能" : "未確定";
            }

            Answered(asked);
        }

        return true;
    }

    private async Task ChangesAsync(CancellationToken cancellationToken)
    {
        var since = cursor.Length > 0 ? $"?since={Uri.EscapeDataString(cursor)}" : "";
        var answer = await calls.JsonAsync(HttpMethod.Get, address!, $"/dantainai/v1/koza-henko{since}", Scope, null, null, cancellationToken);
        lock (desk.Gate)
        {
            foreach (var entry in (answer["henko"] as JsonArray ?? []).OfType<JsonObject>())
            {
                // Told again under the same person and time: already dealt with.
                if (changed.Add($"{entry["atenabango"]} {entry["koshinnichiji"]} {entry["jotai"]}"))
                {
                    Changed(entry["atenabango"]?.ToString() ?? "");
                }
            }
        }

        cursor = answer["cursor"]?.ToString() ?? cursor;
    }
}
