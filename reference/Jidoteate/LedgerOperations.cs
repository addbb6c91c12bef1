using System.Globalization;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>受給者台帳, 住民異動, 試算 and 支払, as operations.</summary>
internal sealed class LedgerOperations(
    Desk desk, Ledger ledger, Changes changes, Protection protection, Moves moves, Events events, Allowance allowance, Payments payments, PaymentWork work)
{
    private const string Record = $"ninteibango {JidoteateFields.Person} {JidoteateFields.Spouse} kozariyo {JidoteateFields.Account} kozajotai sashitome genkyoyohi jotai shikyukaishinengetsu shikyushuryonengetsu rirekibango getsugaku keikoku chohyobango";
    private const string Payment = $"shiharaibango ninteibango atenabango shimei shiharainengetsu taishonengetsu kingaku jotai {JidoteateFields.Account} funojiyu";

    public IEnumerable<Operation> All() =>
    [
        .. Recipients().Select(one => one with { Group = "受給者台帳" }), .. Residents().Select(one => one with { Group = "住民異動・支援措置" }),
        .. Trials().Select(one => one with { Group = "試算" }), .. Paying().Select(one => one with { Group = "支払" }),
    ];

    private IEnumerable<Operation> Recipients()
    {
        var integrated = desk.Behaviour.Shows(JidoteateFaults.IntegratedNumber) ? " togoatenabango" : "";
        var person = JidoteateFields.PersonRequired.Replace("atenabango ", "atenabango* ", StringComparison.Ordinal);
        yield return desk.Work("jukyusha-toroku", "受給者登録", "登録",
            $"{person} seikyunengappi jiyuhasseinengappi genkyoyohi {JidoteateFields.Spouse} {JidoteateFields.ChildrenRequired} kozariyo {JidoteateFields.Account}", changes.Register) with
        {
            Gives = Record + integrated,
        };
        yield return desk.Work("jukyusha-henko", "受給者変更", "変更",
            $"ninteibango* rirekibango {JidoteateFields.Person} genkyoyohi {JidoteateFields.Spouse} {JidoteateFields.Children}", changes.Change) with { Gives = Record };
        yield return desk.Work("koza-henko", "支払口座変更", "変更",
            "ninteibango* kinyukikankodo* tenpokodo* yokinshubetsu* kozabango* kozameiginin*", changes.ChangeAccount) with { Gives = Record };
        yield return desk.Look("jukyusha-shokai", "受給者照会", "ninteibango atenabango shimei shimei_furigana seinengappi itchi kijunnengetsu",
            "ninteibango atenabango shimei seinengappi jusho jotai getsugaku kozajotai keikoku", ledger.Find) with { Gives = $"{Record} {JidoteateFields.Children}{integrated}" };
        yield return desk.Look("rireki-shokai", "台帳履歴照会", "ninteibango*", "rirekibango jiyu sosashaid sosanichiji shimei jusho jotai",
            entry => ledger.Named(entry["ninteibango"]).States.Select(state => protection.Hide(state.Copy()))) with { Gives = $"rirekibango jiyu sosashaid sosanichiji {Record}" };
    }

    private IEnumerable<Operation> Residents()
    {
        yield return desk.Look("ido-ichiran", "要確認者一覧", "atenabango", "idobango idojiyu atenabango idonengappi ninteibango yokakunin", entry => events.Find(entry["atenabango"]));
        yield return desk.Look("shiensochi-ichiran", "支援措置対象者一覧", "atenabango", "sabunbango atenabango kaishinengappi shuryonengappi jotai awasete",
            entry => protection.Current().Where(row => !entry.Filled("atenabango") || row["atenabango"] == entry["atenabango"]));
        yield return desk.Look("karitoroku-ichiran", "仮登録一覧", "shomeibango atenabango shimei",
            "shomeibango atenabango kojinbango shimei shimei_furigana seinengappi zokugara tenshutsumaejusho tenshutsusakijusho tenshutsuyoteinengappi jotai",
            entry => moves.Find(entry.Items.Only(["shomeibango", "atenabango", "shimei"])));
    }

    private IEnumerable<Operation> Trials()
    {
        var children = string.Join(' ', Enumerable.Range(1, JidoteateFields.MostChildren).Select(at => $"jido{at}_seinengappi{(at == 1 ? "*" : "")} jido{at}_kango"));
        var amounts = string.Join(' ', Enumerable.Range(1, JidoteateFields.MostChildren).Select(at => $"gaku{at}"));
        yield return desk.Work("gaku-santei", "手当月額の試算", "計算", $"kijunnengetsu* {children}", entry =>
        {
            var each = allowance.Each(entry.Items, entry["kijunnengetsu"]);
            var row = new Row { ["kijunnengetsu"] = entry["kijunnengetsu"] };
            foreach (var child in Child.Of(entry.Items))
            {
                row[$"gaku{child.At}"] = each.GetValueOrDefault(child.At).ToString(CultureInfo.InvariantCulture);
            }

            row["getsugaku"] = allowance.Of(entry.Items, entry["kijunnengetsu"]);
            return new Answer("計算しました。", row);
        }) with { Gives = $"kijunnengetsu {amounts} getsugaku" };
        yield return desk.Work("kaishizuki-santei", "支給開始月の試算", "計算", "seikyunengappi* jiyuhasseinengappi", entry => new Answer("計算しました。",
            entry.Items.Only(["seikyunengappi", "jiyuhasseinengappi"]).Take(new Row
            {
                ["shikyukaishinengetsu"] = allowance.Begin(entry["seikyunengappi"], entry["jiyuhasseinengappi"]),
            }))) with { Gives = "seikyunengappi jiyuhasseinengappi shikyukaishinengetsu" };
    }

    private IEnumerable<Operation> Paying()
    {
        yield return new Operation("shiharai-ichiran", "支払対象者の抽出", "抽出", desk.Glossary.Of("shiharainengetsu* ninteibango"), work.ExtractAsync) with
        {
            Gives = Payment, Columns = ["shiharaibango", "ninteibango", "shimei", "shiharainengetsu", "taishonengetsu", "kingaku", "jotai"],
        };
        yield return new Operation("shiharai-data", "支払データの作成", "作成", desk.Glossary.Of("shiharainengetsu* ninteibango"), work.WriteAsync) with
        {
            Gives = "filemei kensu gokei chohyobango",
        };
        yield return desk.Look("shiharai-shokai", "支払照会", "shiharaibango ninteibango shiharainengetsu",
            "shiharaibango ninteibango shimei shiharainengetsu taishonengetsu kingaku jotai", payments.Find) with { Gives = Payment };
        yield return desk.Work("furikomi-funo", "振込不能の登録", "登録", "shiharaibango* funojiyu*", payments.Failed) with { Gives = Payment };
        yield return desk.Work("zuiji-barai", "随時払い", "抽出", "ninteibango* shiharainengetsu*", payments.AtAnyTime) with { Gives = Payment };
    }
}
