using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Neighbour;

namespace Conformance.Reference.Core.Work;

/// <summary>Flow 3: a resident moved out and stays on as a 住登外者 under 住民宛名番号.</summary>
internal sealed class FormerResident(Desk desk)
{
    /// <summary>④⑤. A resident's record under that number, if there is one, ends.</summary>
    public async Task<Person> RegisterAsync(
        string number, IReadOnlyDictionary<string, string> entry, string operatorId, CancellationToken cancellationToken)
    {
        Desk.Check(PersonItems.Number.Label, number, entry, nameRequired: true);
        using var held = await desk.Locks.HoldAsync([number], cancellationToken);
        if (desk.Database.NonResident(number) is not null)
        {
            throw new RefusedWorkException("K0003", $"宛名番号{number}の住登外者は既に登録されています。");
        }

        await desk.Neighbour.SendAsync(
            NeighbourCall.Inheritance, Step.InheritedSent, desk.Messages.Inheritance(number, entry, operatorId), cancellationToken);
        var person = desk.Database.Save(Step.InheritedRegistered, desk.Draft(number, entry, operatorId));
        if (desk.Database.Resident(number) is { Ended: false } resident)
        {
            desk.Database.Save(Step.InheritedRegistered + "（住民）", desk.Stamp(resident with { Ended = true }, operatorId));
        }

        return person;
    }
}
