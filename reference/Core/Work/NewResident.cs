using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Neighbour;

namespace Conformance.Reference.Core.Work;

/// <summary>Flow 4: a 住登外者 became a resident.</summary>
internal sealed class NewResident(Desk desk)
{
    /// <summary>②: takes a record from 住民記録システム; a second one for the same number replaces the first.</summary>
    public async Task<Person> TakeAsync(
        string residentNumber, IReadOnlyDictionary<string, string> entry, string operatorId, CancellationToken cancellationToken)
    {
        Desk.Check("住民宛名番号", residentNumber, entry, nameRequired: true);
        using var held = await desk.Locks.HoldAsync([residentNumber], cancellationToken);
        return desk.Database.Save(Step.ResidentRegistered, desk.Draft(residentNumber, entry, operatorId) with { Resident = true });
    }

    /// <summary>③④⑤: ends the record of the 住登外者, ties it to the resident and tells the neighbour to delete it.</summary>
    public async Task<Person> EndAsync(string number, string residentNumber, string operatorId, CancellationToken cancellationToken)
    {
        Desk.CheckNumbers((PersonItems.Number.Label, number), ("住民宛名番号", residentNumber));
        using var held = await desk.Locks.HoldAsync([number, residentNumber], cancellationToken);
        var before = desk.Kept(number);
        if (desk.Database.Resident(residentNumber) is not { Ended: false })
        {
            throw new RefusedWorkException("K0002", $"住民宛名番号{residentNumber}の住民記録データがありません。");
        }

        var message = desk.Messages.Reception("sakujo", number, before.Items, operatorId);
        await desk.Neighbour.SendAsync(NeighbourCall.Reception, Step.DeletionSent, message, cancellationToken);
        return desk.Database.Save(
            Step.PersonEnded, desk.Stamp(before with { Ended = true, ResidentNumber = residentNumber }, operatorId));
    }
}
