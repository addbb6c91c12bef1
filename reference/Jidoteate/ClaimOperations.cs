using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>請求・届出 and 審査・決定, as operations.</summary>
internal sealed class ClaimOperations(
    Desk desk, Neighbourhood neighbourhood, Claims claims, Decisions decisions, Changes changes, Accounts accounts, Attachments attachments, HeldBack held,
    BulkIntake bulk)
{
    private const string Record = $"seikyubango uketsukebango {JidoteateFields.Person} {JidoteateFields.Spouse} kozariyo {JidoteateFields.Account} seikyunengappi jiyuhasseinengappi keiro tetsuzuki jotai kozajotai nyuryokusha tempukensu ninteibango chohyobango";

    public IEnumerable<Operation> All() => [.. Online().Select(one => one with { Group = "オンライン申請" }), .. AtDesk().Select(one => one with { Group = "請求・審査・決定" })];

    private IEnumerable<Operation> Online()
    {
        yield return desk.Look("shinsei-ichiran", "請求一覧", "seikyubango uketsukebango atenabango shimei jotai", "seikyubango uketsukebango shimei keiro tetsuzuki jotai kozajotai", claims.Find) with
        {
            Gives = $"{Record} {JidoteateFields.Children}",
        };
        foreach (var operation in held.Operations(desk, neighbourhood))
        {
            yield return operation;
        }

        yield return desk.Look("tempu-ichiran", "添付書類一覧", "seikyubango uketsukebango", "seikyubango tempuid mei content_type size sha256",
            entry => attachments.Find(entry.Items.Only(["seikyubango", "uketsukebango"])));
        yield return bulk.Operation();
        if (desk.Behaviour.Shows(JidoteateFaults.RetypeScreen))
        {
            yield return desk.Work("shinsei-nyuryoku", "オンライン申請の再入力", "登録", $"seikyubango* {JidoteateFields.PersonRequired} {JidoteateFields.ChildrenRequired}", entry =>
            {
                var claim = claims.Named(entry["seikyubango"]);
                claim.Take(entry.Items);
                return new Answer("登録しました。", claim.Copy());
            });
        }
    }

    private IEnumerable<Operation> AtDesk()
    {
        yield return desk.Work("nintei-seikyu", "認定請求の登録", "登録",
            $"{JidoteateFields.PersonRequired} seikyunengappi* jiyuhasseinengappi genkyoyohi {JidoteateFields.Spouse} {JidoteateFields.ChildrenRequired} kozariyo {JidoteateFields.Account}", claims.AtCounter) with { Gives = Record };
        yield return desk.Work("shinsa", "審査", "審査開始", "seikyubango*", decisions.Examine) with { Gives = Record };
        yield return desk.Look("koza-shokai-jokyo", "口座照会状況", "seikyubango atenabango", $"shokaibango seikyubango atenabango jotai {JidoteateFields.Account} koshinnichiji",
            entry => accounts.Find(entry["seikyubango"], entry["atenabango"]));
        yield return desk.Work("kettei", "認定・却下の決定", "決定", "seikyubango* ketteikubun* ketteinengappi riyu", decisions.Decide) with { Gives = $"{Record} getsugaku shikyukaishinengetsu" };
        yield return desk.Work("gakukaitei", "額改定の登録", "登録", $"ninteibango* kaiteijiyu* jiyuhasseinengappi* seikyunengappi* {JidoteateFields.ChildrenRequired}", changes.Revise) with
        {
            Gives = "ninteibango getsugaku kaiteinengetsu chohyobango",
        };
        yield return desk.Look("genkyo-taisho", "現況届対象者一覧", "nendo* ninteibango", "ninteibango atenabango shimei genkyoyohi sashitome teishutsunengappi", changes.MustReport);
        yield return desk.Work("genkyo-toroku", "現況届の登録", "登録", "ninteibango* nendo* teishutsunengappi*", changes.Report) with { Gives = "ninteibango sashitome" };
        yield return desk.Work("genkyo-kigen", "現況届期限処理", "実行", "nendo* ninteibango", changes.Withhold) with { Gives = "ninteibango sashitome" };
        yield return desk.Work("shometsu", "受給事由消滅の登録", "登録", "ninteibango* shometsujiyu* jiyuhasseinengappi*", changes.End) with
        {
            Gives = "ninteibango jotai shikyushuryonengetsu chohyobango",
        };
    }
}
