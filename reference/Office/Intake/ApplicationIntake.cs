using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Reference.Core;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;

namespace Conformance.Reference.Office.Intake;

/// <summary>Takes applications in from ぴったりサービス: each 受付番号 once and only once, without anybody's help.</summary>
internal sealed class ApplicationIntake(
    Desk desk, Mynaportal portal, IApplicationDesk register, HeldBack held, Neighbourhood neighbourhood, IntakeFaults faults) : INeighbour
{
    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> withdrawn = new(StringComparer.Ordinal);

    public string Name => "ぴったりサービス";

    public async Task<int> VisitAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var listed in await portal.ListAsync(cancellationToken))
        {
            var (number, procedure, state) = (Text(listed, "uketsukebango"), Text(listed, "tetsuzuki"), Text(listed, "jotai"));
            if (number.Length == 0 || !register.Procedures.Contains(procedure))
            {
                continue;
            }

            if (state == "torisage")
            {
                Withdraw(number);
            }
            else if (state is "mishutoku" or "shutokuzumi" && (!seen.ContainsKey(number) || Again(state)))
            {
                taken += await TakeAsync(number, procedure, cancellationToken) ? 1 : 0;
            }
        }

        return taken;
    }

    /// <summary>Takes one application in, whether it was listed or not.</summary>
    /// <returns>False when it was withdrawn, or could not be taken in and is held back.</returns>
    public async Task<bool> TakeAsync(string number, string procedure, CancellationToken cancellationToken)
    {
        try
        {
            await portal.TakeAsync(number, cancellationToken);
        }
        catch (NeighbourException refused) when (refused.Status == StatusCodes.Status409Conflict)
        {
            withdrawn[number] = true;
            seen[number] = true;
            return false;
        }

        JsonObject fetched;
        try
        {
            fetched = await portal.FetchAsync(number, cancellationToken);
        }
        catch (NeighbourException unreadable) when (unreadable.Status == StatusCodes.Status200OK)
        {
            seen[number] = true;
            HoldBack(number, procedure, ["申請データをJSONとして読み取れません。"], new Row(), "");
            return false;
        }

        return await RegisterAsync(number, procedure, fetched, cancellationToken);
    }

    /// <summary>Whether the number was taken in or held back before.</summary>
    public bool Knows(string number) => seen.ContainsKey(number);

    private async Task<bool> RegisterAsync(string number, string procedure, JsonObject fetched, CancellationToken cancellationToken)
    {
        var (items, problems) = Read(fetched);
        var attachments = new List<Attachment>();
        foreach (var paper in (fetched["tempu"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var content = await portal.AttachmentAsync(number, Text(paper, "id"), cancellationToken);
            attachments.Add(new Attachment(
                Text(paper, "id"), Text(paper, "mei"), Text(paper, "contentType"),
                desk.Behaviour.Shows(faults.AttachmentCut) && content.Length > 8 ? content[..^8] : content));
        }

        lock (desk.Gate)
        {
            var application = new TakenApplication(number, Text(fetched, "tetsuzuki") is { Length: > 0 } own ? own : procedure, items, attachments);
            problems.AddRange(register.Procedures.Contains(application.Procedure) ? register.Problems(application) : [$"手続{application.Procedure}は対象外です。"]);
            if (!seen.TryAdd(number, true) && !(desk.Behaviour.Shows(faults.Twice) && application.Procedure != faults.TwiceExcept))
            {
                // Somebody else, the round or 一括取込, was faster.
                return false;
            }

            if (problems.Count > 0 && !desk.Behaviour.Shows(faults.MalformedRegistered))
            {
                HoldBack(number, procedure, problems, items, fetched.ToJsonString(JsonText.Plain));
                return false;
            }

            register.Register(application);
        }

        if (!desk.Behaviour.Shows(faults.ReceiptNotTold))
        {
            neighbourhood.Tell(number, "uketsuke");
        }

        return true;
    }

    private void HoldBack(string number, string procedure, IEnumerable<string> wrong, Row read, string raw)
    {
        if (!desk.Behaviour.Shows(faults.MalformedLost))
        {
            held.Keep(number, procedure, wrong, read, raw);
        }
    }

    private void Withdraw(string number)
    {
        if (desk.Behaviour.Shows(faults.WithdrawalIgnored) || !seen.ContainsKey(number) || !withdrawn.TryAdd(number, true))
        {
            return;
        }

        lock (desk.Gate)
        {
            if (!register.Withdraw(number))
            {
                return;
            }
        }

        neighbourhood.Tell(number, "torisage");
    }

    // Listed as not taken although it was: it was delivered a second time.
    private bool Again(string state) => state == "mishutoku" && desk.Behaviour.Shows(faults.Twice);

    private static (Row Items, List<string> Problems) Read(JsonObject fetched)
    {
        var items = new Row();
        var problems = new List<string>();
        foreach (var part in new[] { "shinseisha", "komoku", "koza" })
        {
            try
            {
                if (fetched[part] is JsonObject members)
                {
                    RequestBody.Flatten(members, items);
                }
                else if (part != "koza")
                {
                    problems.Add($"{part}がありません。");
                }
            }
            catch (Exception wrong) when (wrong is WorkRefusedException or ArgumentException or InvalidOperationException)
            {
                problems.Add($"{part}：{wrong.Message}");
            }
        }

        if (Text(fetched, "kozariyo") is { Length: > 0 } intention)
        {
            items["kozariyo"] = intention;
        }

        items["shinseinichiji"] = Text(fetched, "shinseinichiji");
        return (items, problems);
    }

    private static string Text(JsonObject from, string member) => from[member] is JsonValue value ? value.ToString() : "";
}
