using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Neighbour;

namespace Conformance.Reference.Core.Work;

/// <summary>Flow 2: 基本４情報 change.</summary>
internal sealed class Change(Desk desk)
{
    /// <summary>④⑤. What is not given stays; a given blank clears.</summary>
    public async Task<Person> ApplyAsync(
        string number, IReadOnlyDictionary<string, string> entry, string operatorId, CancellationToken cancellationToken)
    {
        Desk.Check(PersonItems.Number.Label, number, entry, nameRequired: false);
        if (entry.Count == 0)
        {
            throw new RefusedWorkException("E0001", "変更する項目が設定されていません。");
        }

        using var held = await desk.Locks.HoldAsync([number], cancellationToken);
        var before = desk.Kept(number);
        var after = desk.Stamp(before with { Items = Desk.Merge(before.Items, entry) }, operatorId);
        ItemCheck.OrRefuse(after.Items, PersonItems.Find("shimei")!);
        var sent = desk.Options.Shows(CoreVariants.WholeRecord) ? WithCleared(after.Items, entry) : entry;
        await desk.Neighbour.SendAsync(
            NeighbourCall.Reception, Step.ChangeSent, desk.Messages.Reception("henko", number, sent, operatorId), cancellationToken);
        return desk.Database.Save(Step.ChangeSaved, after);
    }

    /// <summary>The whole record, with the items that the entry cleared as blanks.</summary>
    private static Dictionary<string, string> WithCleared(
        IReadOnlyDictionary<string, string> items, IReadOnlyDictionary<string, string> entry)
    {
        var whole = new Dictionary<string, string>(items, StringComparer.Ordinal);
        foreach (var name in entry.Keys)
        {
            whole.TryAdd(name, "");
        }

        return whole;
    }
}
