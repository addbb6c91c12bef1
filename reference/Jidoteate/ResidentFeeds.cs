using System.Text.Json.Nodes;
using Conformance.Reference.Core;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;

namespace Conformance.Reference.Jidoteate;

/// <summary>The three feeds of 住民記録: 転出証明書情報, 支援措置対象者情報, 異動.</summary>
internal sealed class ResidentFeeds(Desk desk, NeighbourCalls calls, Uri address, HeldBack held, Moves moves, Protection protection, Events events) : INeighbour
{
    private static readonly string[] Numbers = ["shomeibango", "sabunbango", "idobango"];
    private readonly Dictionary<string, string> cursors = new(StringComparer.Ordinal);

    public string Name => "住民記録";

    public async Task<int> VisitAsync(CancellationToken cancellationToken) =>
        await FeedAsync("ido", "ido", ["idobango", "idojiyu", "atenabango", "idonengappi"], "idojiyu", events.Take, cancellationToken)
        + await FeedAsync("shiensochi", "sabun", ["sabunbango", "sabunkubun", "atenabango", "kaishinengappi"], "sabunkubun", protection.Take, cancellationToken)
        + await FeedAsync("tenshutsushomei", "joho", ["shomeibango", "shimei", "seinengappi", "jotai"], "jotai", moves.Take, cancellationToken);

    private async Task<int> FeedAsync(
        string feed, string list, string[] required, string code, Func<Row, bool> take, CancellationToken cancellationToken)
    {
        var since = cursors.TryGetValue(feed, out var cursor) ? $"?since={Uri.EscapeDataString(cursor)}" : "";
        var answer = await calls.JsonAsync(HttpMethod.Get, address, $"/jumin/v1/{feed}{since}", "jumin:read", null, null, cancellationToken);
        var taken = 0;
        lock (desk.Gate)
        {
            foreach (var entry in (answer[list] as JsonArray ?? []).OfType<JsonObject>())
            {
                var row = new Row();
                var wrong = Problems(entry, row, required, code);
                if (wrong.Count == 0)
                {
                    taken += take(row) ? 1 : 0;
                }
                else
                {
                    var number = Numbers.Select(item => row[item]).FirstOrDefault(value => value.Length > 0) ?? $"{feed}-{held.Find("").Count() + 1}";
                    held.Keep(number, feed, wrong, row, entry.ToJsonString(JsonText.Plain));
                }
            }
        }

        if (answer["cursor"] is JsonValue next)
        {
            cursors[feed] = next.ToString();
        }

        return taken;
    }

    private List<string> Problems(JsonObject entry, Row row, string[] required, string code)
    {
        try
        {
            RequestBody.Flatten(entry, row);
        }
        catch (Exception wrong) when (wrong is WorkRefusedException or ArgumentException)
        {
            return [wrong.Message];
        }

        var problems = required.Where(item => !row.Filled(item)).Select(item => $"{desk.Glossary.Label(item)}がありません。").ToList();
        problems.AddRange(row.Where(item => item.Key.EndsWith("nengappi", StringComparison.Ordinal) || item.Key == "seinengappi")
            .Where(item => item.Value.Length > 0 && !FieldCheck.IsDate(item.Value)).Select(item => $"{desk.Glossary.Label(item.Key)}が暦にない日です。"));
        string[] codes = code switch
        {
            "idojiyu" => ["shussei", "shibo", "tennyu", "tenshutsu", "tenkyo", "kokugai"],
            "sabunkubun" => ["settei", "koshin", "kaijo"],
            _ => ["yotei", "kakutei", "torikeshi"],
        };
        if (row.Filled(code) && !codes.Contains(row[code]))
        {
            problems.Add($"{desk.Glossary.Label(code)}のコードが誤っています（{row[code]}）。");
        }

        return problems;
    }
}
