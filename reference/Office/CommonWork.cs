using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>What all applications of the suite offer: documents, settings, the log, and the round to the neighbours.</summary>
internal sealed class CommonWork(Desk desk, Func<Rounds> rounds)
{
    /// <summary>Keys by which documents are looked for.</summary>
    public const string DocumentKeys = "atenabango";

    /// <param name="settings">Current settings, by item; what may be set.</param>
    /// <param name="documentKeys">Names of the items by which documents are found.</param>
    public IReadOnlyList<Operation> Of(Row settings, string documentKeys)
    {
        var keys = documentKeys.Split(' ');
        return
        [
            desk.Look("chohyo-ichiran", "帳票一覧", documentKeys, $"chohyobango chohyomei hakkonengappi {documentKeys}",
                entry => desk.Issued.Find(entry.Items.Only(keys))) with { Group = "帳票" },
            desk.Look("sosa-kiroku", "操作記録照会", "sosashaid taisho", "kirokubango sosanichiji sosashaid sosa taisho",
                entry => desk.Log.Read(entry["sosashaid"], entry["taisho"])) with { Group = "共通" },
            new Operation("torikomi", "取込の開始", "取込", [], async (_, cancellationToken) => new Answer("取込を行いました。", await rounds().GoAsync(cancellationToken)))
            {
                Group = "連携", Gives = "renkeisaki renkeinichiji renkeijotai kensu naiyo",
            },
            desk.Look("renkei-jokyo", "連携状況", "", "renkeisaki renkeinichiji renkeijotai kensu naiyo", _ => rounds().Last) with { Group = "連携" },
            desk.Work("settei", "設定", "設定", string.Join(' ', settings.Select(item => item.Key)), entry =>
            {
                foreach (var item in settings.Select(item => item.Key).Where(entry.Filled).ToList())
                {
                    settings[item] = entry[item];
                }

                return new Answer("設定しました。", settings.Copy());
            }) with { Group = "共通", Filled = settings.Copy, Gives = string.Join(' ', settings.Select(item => item.Key)) },
        ];
    }
}
