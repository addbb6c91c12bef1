using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Neighbour;

namespace Conformance.Reference.Core.Work;

/// <summary>Flow 1: a 住登外者 gets a number, an existing one or a new one.</summary>
internal sealed class Registration(Desk desk)
{
    private static readonly Item Name = PersonItems.Find("shimei")!;

    /// <summary>④⑦: asks who is known under the 基本４情報 that were entered.</summary>
    public async Task<IReadOnlyList<Candidate>> InquireAsync(
        IReadOnlyDictionary<string, string> entry, bool partialName, CancellationToken cancellationToken)
    {
        ItemCheck.OrRefuse(entry);
        var message = Messages.Inquiry(entry, partialName);
        if (message["joken"]!.AsArray().Count == 0)
        {
            throw new RefusedWorkException("E0001", "照会の条件（氏名、生年月日、性別、住所のいずれか）が設定されていません。");
        }

        var records = await desk.Neighbour.SendAsync(NeighbourCall.Inquiry, Step.Inquiry, message, cancellationToken);
        return [.. (records ?? []).Select(Candidate.Read)];
    }

    /// <summary>⑧⑩: registers the person under the number of the candidate that staff chose, with the items that staff entered, and tells the
    /// neighbour. A person who is already in 業務DB is updated.</summary>
    public async Task<Person> ChooseAsync(
        string number, IReadOnlyDictionary<string, string> entry, string operatorId, CancellationToken cancellationToken)
    {
        Desk.Check(PersonItems.Number.Label, number, entry, nameRequired: true);
        using var held = await desk.Locks.HoldAsync([number], cancellationToken);
        var known = desk.Database.NonResident(number) is null ? null : desk.Kept(number);
        var person = known is null
            ? desk.Draft(number, entry, operatorId)
            : desk.Stamp(known with { Items = Desk.Merge(known.Items, entry) }, operatorId);
        await desk.Neighbour.SendAsync(
            NeighbourCall.Reception, Step.ChosenNotified, desk.Messages.Reception("henko", number, person.Items, operatorId), cancellationToken);
        return desk.Database.Save(Step.ChosenRegistered, person);
    }

    /// <summary>⑨⑭: asks for a new number and registers the person under it.</summary>
    public async Task<Person> RequestNumberAsync(
        IReadOnlyDictionary<string, string> entry, string operatorId, CancellationToken cancellationToken)
    {
        ItemCheck.OrRefuse(entry, Name);
        var records = await desk.Neighbour.SendAsync(
            NeighbourCall.Numbering, Step.NumberRequest, desk.Messages.Numbering(entry, operatorId), cancellationToken);
        var number = records is [var record, ..] ? Candidate.Read(record).Number : "";
        if (number.Length is 0 or > 15 || !number.All(char.IsAsciiLetterOrDigit))
        {
            throw new RefusedWorkException([new WorkError("N0002", "付番の応答に宛名番号がありません。")], failed: true);
        }

        using var held = await desk.Locks.HoldAsync([number], cancellationToken);
        return desk.Database.NonResident(number) is null
            ? desk.Database.Save(Step.NumberedRegistered, desk.Draft(number, entry, operatorId))
            : throw new RefusedWorkException([new WorkError("N0002", $"付番された宛名番号{number}は既に使われています。")], failed: true);
    }
}
