using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office.Intake;

/// <summary>申請の一括取込: takes the applications of a list of 受付番号 in.</summary>
/// <param name="halfPresent">ID of the fault by which it is offered and does nothing.</param>
internal sealed class BulkIntake(Desk desk, ApplicationIntake? intake, string halfPresent)
{
    private static readonly char[] Between = [',', '\n', '\r', ' ', '、'];

    public Operation Operation() => new("ikkatsu-torikomi", "申請の一括取込", "取込", desk.Glossary.Of("uketsukebangoichiran*"), TakeAsync)
    {
        Gives = "uketsukebango kekka",
    };

    private async Task<Answer> TakeAsync(Entry entry, CancellationToken cancellationToken)
    {
        if (desk.Behaviour.Shows(halfPresent))
        {
            throw new WorkRefusedException("E0006", "この機能は準備中です。");
        }

        var rows = new List<Row>();
        foreach (var number in entry["uketsukebangoichiran"].Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            rows.Add(new Row { ["uketsukebango"] = number, ["kekka"] = await OneAsync(number, cancellationToken) });
        }

        return new Answer($"{rows.Count}件を処理しました。", rows);
    }

    private async Task<string> OneAsync(string number, CancellationToken cancellationToken)
    {
        if (intake?.Knows(number) == true)
        {
            return "取込済";
        }

        if (intake is null)
        {
            return "連携先なし";
        }

        try
        {
            return await intake.TakeAsync(number, "", cancellationToken) ? "取込" : "保留";
        }
        catch (NeighbourException failure)
        {
            return failure.Status == StatusCodes.Status404NotFound ? "該当なし" : "失敗";
        }
    }
}
