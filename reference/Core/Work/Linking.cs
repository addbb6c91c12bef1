using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Neighbour;

namespace Conformance.Reference.Core.Work;

/// <summary>⑧–⑩ of flows 5 and 6: 名寄せ and its undoing. Numbers stay as they are; only the tie is made or cut.</summary>
internal sealed class Linking(Desk desk)
{
    /// <summary>Flow 5. Both must be 住登外者 in 業務DB; a 名寄せ元 can be tied once and cannot be a 名寄せ先 as well.</summary>
    /// <returns>The 名寄せ元, then the 名寄せ先.</returns>
    public async Task<IReadOnlyList<Person>> LinkAsync(
        string source, string target, string operatorId, CancellationToken cancellationToken)
    {
        Desk.CheckNumbers(("名寄せ元宛名番号", source), ("名寄せ先宛名番号", target));
        using var held = await desk.Locks.HoldAsync([source, target], cancellationToken);
        var (tied, principal) = (desk.Kept(source), desk.Kept(target));
        if (source == target)
        {
            throw new RefusedWorkException("E0004", "名寄せ元宛名番号と名寄せ先宛名番号に同じ番号は設定できません。");
        }

        if (tied.Sorting != Sorting.None)
        {
            throw new RefusedWorkException("K0003", $"宛名番号{source}は既に名寄せされています。");
        }

        if (principal.Sorting == Sorting.Source)
        {
            throw new RefusedWorkException("K0003", $"宛名番号{target}は名寄せ元であり、名寄せ先にできません。");
        }

        var message = desk.Messages.Reception("nayose", source, tied.Items, operatorId, target);
        await desk.Neighbour.SendAsync(NeighbourCall.Reception, Step.LinkSent, message, cancellationToken);
        return
        [
            desk.Database.Save(Step.LinkSorted, desk.Stamp(tied with { Sorting = Sorting.Source, LinkedTo = target }, operatorId)),
            desk.Database.Save(Step.LinkSorted, desk.Stamp(principal with { Sorting = Sorting.Target }, operatorId)),
        ];
    }

    /// <summary>Flow 6. The 名寄せ先 stays one while another record is tied to it.</summary>
    /// <param name="target">The 名寄せ先, to be sure; blank takes the one on record.</param>
    /// <returns>The former 名寄せ元, then the former 名寄せ先.</returns>
    public async Task<IReadOnlyList<Person>> UndoAsync(
        string source, string target, string operatorId, CancellationToken cancellationToken)
    {
        Desk.CheckNumbers(("名寄せ元宛名番号", source));
        if (desk.Kept(source).LinkedTo is not { } linked || (target.Length > 0 && target != linked))
        {
            throw NotLinked(source);
        }

        using var held = await desk.Locks.HoldAsync([source, linked], cancellationToken);
        var tied = desk.Kept(source);
        if (tied.LinkedTo != linked || desk.Database.NonResident(linked) is not { } principal)
        {
            throw NotLinked(source);
        }

        var message = desk.Messages.Reception("nayosekaijo", source, tied.Items, operatorId, linked);
        await desk.Neighbour.SendAsync(NeighbourCall.Reception, Step.UndoSent, message, cancellationToken);
        var sorting = desk.Database.IsTargetOfOther(linked, source) ? Sorting.Target : Sorting.None;
        return
        [
            desk.Database.Save(Step.UndoSaved, desk.Stamp(tied with { Sorting = Sorting.None, LinkedTo = null }, operatorId)),
            desk.Database.Save(Step.UndoSaved, desk.Stamp(principal with { Sorting = sorting }, operatorId)),
        ];
    }

    private static RefusedWorkException NotLinked(string source) =>
        new("K0003", $"宛名番号{source}は指定の名寄せ先に名寄せされていません。");
}
