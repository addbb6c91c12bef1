using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Neighbour;

namespace Conformance.Reference.Core.Work;

/// <summary>②–⑦ of flows 5 and 6: asks for the latest state of a person before records are tied or untied.</summary>
internal sealed class LatestCheck(Desk desk)
{
    /// <param name="entry">宛名番号 or other items that identify the person.</param>
    /// <param name="toUndo">Whether an undoing (flow 6) is being prepared rather than a 名寄せ (flow 5).</param>
    /// <param name="update">⑦: whether the 基本４情報 of the answer replace those of the same numbers in 業務DB.</param>
    public async Task<IReadOnlyList<Candidate>> AskAsync(
        IReadOnlyDictionary<string, string> entry, bool partialName, bool toUndo, bool update, string operatorId,
        CancellationToken cancellationToken)
    {
        ItemCheck.OrRefuse(entry);
        var message = Messages.Inquiry(entry, partialName);
        if (message["joken"]!.AsArray().Count == 0)
        {
            throw new RefusedWorkException("E0001", "宛名番号又は照会の条件が設定されていません。");
        }

        var step = toUndo ? Step.LatestAskedToUndo : Step.LatestAskedToLink;
        if (await desk.Neighbour.SendAsync(NeighbourCall.Inquiry, step, message, cancellationToken) is not { } records)
        {
            return [];
        }

        var candidates = records.Select(Candidate.Read).ToList();
        if (update && !desk.Options.Shows(CoreVariants.AnswerNotTaken))
        {
            foreach (var candidate in candidates)
            {
                await TakeOverAsync(candidate, toUndo ? Step.LatestSavedToUndo : Step.LatestSavedToLink, operatorId, cancellationToken);
            }
        }

        return candidates;
    }

    private async Task TakeOverAsync(Candidate candidate, string step, string operatorId, CancellationToken cancellationToken)
    {
        using var held = await desk.Locks.HoldAsync([candidate.Number], cancellationToken);
        if (desk.Database.NonResident(candidate.Number) is { Ended: false } known)
        {
            var answered = candidate.Items.Where(item => PersonItems.Find(item.Key) is not null).ToDictionary(StringComparer.Ordinal);
            desk.Database.Save(step, desk.Stamp(known with { Items = Desk.Merge(known.Items, answered) }, operatorId));
        }
    }
}
