using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Forms;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>帳票: every printed item is on it and right, what must not be printed is nowhere on it, and what is suppressed is printed as such. A document is fetched, so screens add nothing to these unless the contract says so.</summary>
internal static class IssueChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract)
    {
        var by = contract.By[0];
        var form = standard.Forms.FirstOrDefault(candidate => candidate.Id == (contract.Setting("form") ?? role.Exchanges[by].Form));
        if (form is null)
        {
            return [];
        }

        var issue = When(Doing(role, by));
        var scenarios = new List<ScenarioDraft>
        {
            new(Id(role, contract, "printed"), $"{form.Name}に印字項目がすべて正しく印字される",
            [
                .. contract.Given.Select(Given),
                issue,
                Then(contract, "printed", "帳票が出力される"),
                .. form.Titles.Select(title => Then(contract, "printed", $"帳票に「{title}」と印字されている")),
                Then(contract, "printed", "帳票に「甲」の次の項目が印字されている") with { Table = Printed(standard, form, item => item.Required) },
            ]) { Surfaces = Surfaces(contract, Api) },
        };
        if (form.Never.Count > 0)
        {
            var unit = contract.Setting("never-unit");
            var never = "帳票に「甲」の次の項目が印字されていない";
            scenarios.Add(new ScenarioDraft(Id(role, contract, "never"), $"{form.Name}に印字してはならない項目がない",
            [
                .. contract.Given.Select(Given),
                issue,
                Then(contract, "printed", "帳票に「甲」の「" + Name(standard, form.Items.First(item => item.Required && item.Item.Length > 0).Item) + "」が印字されている"),
                (unit is null ? Then(contract, "never", never) : ThenOf(role, unit, "never", never)) with { Table = Column("項目", form.Never.Select(item => Name(standard, item))) },
            ]) { Surfaces = Surfaces(contract, Api) });
        }

        if (contract.Setting("suppressed-unit") is { } suppressing && form.Suppressions.Count > 0)
        {
            var rule = form.Suppressions[0];
            var chosen = contract.List("suppressed-items");
            var items = rule.Items.Select(item => Name(standard, item)).Where(name => chosen.Count == 0 || chosen.Contains(name)).ToList();
            scenarios.Add(new ScenarioDraft(Id(role, contract, "suppressed"), $"支援対象者の{form.Name}は「{rule.Text}」になる",
            [
                .. contract.Given.Select(Given),
                .. contract.List("suppressed-given").Select(Given),
                issue,
                .. items.Select(item => ThenOf(role, suppressing, "suppressed", $"帳票の「{Label(form, standard, item)}」の欄が「{rule.Text}」になっている")),
                ThenOf(role, suppressing, "suppressed", "帳票に「甲」の次の項目が印字されていない") with { Table = Column("項目", items) },
            ]) { Surfaces = Surfaces(contract, Api) });
        }

        return scenarios;
    }

    private static string Label(Form form, Standard standard, string name) => form.Items.FirstOrDefault(item => Name(standard, item.Item) == name)?.Label ?? name;

    private static IReadOnlyList<IReadOnlyList<string>> Printed(Standard standard, Form form, Func<FormItem, bool> chosen) =>
        [["印字名", "項目", "書き方"], .. form.Items.Where(item => chosen(item) && item.Item.Length > 0).Select(item => (IReadOnlyList<string>)[item.Label, Name(standard, item.Item), item.Format])];

    // Forms name data items by their ID; people know them by their name.
    private static string Name(Standard standard, string id) => standard.Items.FirstOrDefault(item => item.Id == id)?.Name ?? id;
}
