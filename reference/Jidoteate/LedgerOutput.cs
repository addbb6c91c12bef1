using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jidoteate;

/// <summary>What 児童手当 keeps, group by group, for the output of all data. The caller holds the gate.</summary>
internal sealed class LedgerOutput(Ledger ledger, Claims claims, Payments payments, Allowance allowance)
{
    public IReadOnlyList<OutputGroup> Groups =>
    [
        new("受給者", "jukyusha", $"ninteibango {JidoteateFields.Person} {JidoteateFields.Spouse} genkyoyohi sashitome jotai rirekibango", () => ledger.All.SelectMany(one => one.States)),
        new("児童", "jido", $"ninteibango {JidoteateFields.Children}", () => Current),
        new("口座", "koza", $"ninteibango kozariyo {JidoteateFields.Account} kozajotai koshinnichiji", () => Current),
        new("請求", "seikyu", "seikyubango atenabango uketsukebango keiro tetsuzuki seikyunengappi jiyuhasseinengappi jotai", () => claims.All),
        new("決定", "kettei", "seikyubango ketteikubun ketteinengappi riyu getsugaku shikyukaishinengetsu shikyushuryonengetsu kaiteijiyu kaiteinengetsu shometsujiyu", () => claims.All.Where(claim => claim.Filled("ketteikubun")).Select(Decision)),
        new("支払", "shiharai", "shiharaibango ninteibango shiharainengetsu taishonengetsu kingaku jotai funojiyu", () => payments.All),
    ];

    private IEnumerable<Row> Current => ledger.All.Select(one => one.Row);

    private Row Decision(Row claim)
    {
        var decision = claim.Copy();
        if (ledger.All.LastOrDefault(one => one.Number == claim["ninteibango"]) is { } recipient)
        {
            var begin = recipient.Row["shikyukaishinengetsu"];
            decision.Take(recipient.Row.Only(["shikyukaishinengetsu", "shikyushuryonengetsu"]));
            decision["getsugaku"] = allowance.Of(recipient.Children(begin), begin);
        }

        return decision;
    }
}
