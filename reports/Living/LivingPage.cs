using System.Globalization;
using System.Text;
using Conformance.Spec;
using static Conformance.Reports.Living.LivingDocumentation;

namespace Conformance.Reports.Living;

/// <summary>The body of one standard's page.</summary>
internal sealed class LivingPage(LivingStandard living, ReportWords words)
{
    private readonly StringBuilder html = new();
    private readonly Standard standard = living.Standard;

    public string Html()
    {
        if (standard.Status == StandardStatus.Illustrative)
        {
            Add($"<p class=\"warning\">{words["この標準仕様は例示であり、公式の標準仕様に基づくものではありません。", "This standard is illustrative; no official text backs it."]}</p>");
        }

        Add($"<nav class=\"sections\" aria-label=\"{words["この頁の内容", "On this page"]}\"><ul>");
        foreach (var (id, name, count) in new[]
        {
            ("functions", words["機能", "Functions"], standard.Functions.Count), ("flows", words["業務フロー", "Flows"], living.Flows.Count), ("scenarios", words["シナリオ", "Scenarios"], living.Scenarios.Count),
            ("items", words["データ項目", "Data items"], standard.Items.Count), ("codes", words["コード", "Codes"], standard.Codes.Count), ("findings", words["指摘", "Findings"], standard.Findings.Count),
        })
        {
            Add($"<li><a href=\"#{id}\">{name}</a> {count}</li>");
        }

        Add($"</ul></nav>");
        Functions();
        Flows();
        Scenarios();
        Items();
        Codes();
        Findings();
        return html.ToString();
    }

    private void Functions()
    {
        Section("functions", words["機能", "Functions"]);
        Head(words["機能ID", "Function"], words["大項目 / 中項目", "Area"], words["名称と要旨", "Name and gist"], words["指定都市", "Designated city"], words["中核市", "Core city"], words["一般市区町村", "Other"], words["適合基準日", "Effective"], words["シナリオ", "Scenarios"], words["出典", "Source"]);
        foreach (var function in standard.Functions)
        {
            var id = function.Id.Value;
            var count = living.Scenarios.Count(scenario => scenario.Units.Contains(id));
            Add($"<tr id=\"function-{Text(id)}\"><th scope=\"row\" class=\"c-id\">{Text(id)}</th><td>{Text(function.Major)} / {Text(function.Middle)}</td><td><b>{Text(function.Name)}</b><br>{Text(function.Summary)}</td>");
            foreach (var (municipality, name) in new[] { (MunicipalityClass.DesignatedCity, words["指定都市", "Designated city"]), (MunicipalityClass.CoreCity, words["中核市", "Core city"]), (MunicipalityClass.Other, words["一般市区町村", "Other"]) })
            {
                Add($"<td data-label=\"{Text(name)}\">{(function.Classes.TryGetValue(municipality, out var requirement) ? Mark(requirement) : "－")}</td>");
            }

            Add($"<td data-label=\"{words["適合基準日", "Effective"]}\">{function.EffectiveDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</td><td data-label=\"{words["シナリオ", "Scenarios"]}\">{(count > 0 ? $"<a href=\"#scenarios-{Text(id)}\">{count}</a>" : words["未検証", "none"])}</td><td data-label=\"{words["出典", "Source"]}\">{Text(function.Source)}</td></tr>");
        }

        End();
    }

    private void Flows()
    {
        Section("flows", words["業務フロー", "Flows"], table: false);
        for (var i = 0; i < living.Flows.Count; i++)
        {
            var flow = living.Flows[i];
            Add($"<details class=\"living-flow\" data-drawing=\"flow-{i}\"><summary>{Text(flow.Id)} {Text(flow.Name)}</summary><div class=\"flow-frame\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(flow.Id)} {Text(flow.Name)}\"><div class=\"flow-canvas\"></div></div><ol>");
            foreach (var task in flow.Tasks)
            {
                Add($"<li>{Text(task.Lane)}: {Text(task.Name)}{(task.Unit.Length > 0 ? $" <a href=\"#function-{Text(task.Unit)}\">{Text(task.Unit)}</a>" : "")}</li>");
            }

            Add($"</ol></details>");
        }

        Add($"</section>");
    }

    private void Scenarios()
    {
        Section("scenarios", words["シナリオ", "Scenarios"], table: false);
        foreach (var unit in living.Scenarios.SelectMany(scenario => scenario.Units).Distinct().Order(StringComparer.Ordinal))
        {
            var own = living.Scenarios.Where(scenario => scenario.Units.Contains(unit)).ToList();
            Add($"<details id=\"scenarios-{Text(unit)}\"><summary>{Text(unit)} {Text(standard.Function(unit)?.Name ?? "")} ({own.Count})</summary>");
            foreach (var scenario in own)
            {
                Add($"<details class=\"living-scenario\"><summary>{Text(scenario.Name)} <small>{Text(scenario.Role)} · {Text(scenario.Id)}</small></summary><ul class=\"living-steps\">");
                foreach (var step in scenario.Steps)
                {
                    Add($"<li><b>{Text(step.Keyword)}</b> {Text(step.Text)}");
                    Table(step.Table);
                    Add($"</li>");
                }

                Add($"</ul></details>");
            }

            Add($"</details>");
        }

        Add($"</section>");
    }

    private void Items()
    {
        Section("items", words["データ項目", "Data items"]);
        Head("ID", words["名称", "Name"], words["ローマ字", "Field"], words["グループ", "Group"], words["型", "Type"], words["桁数", "Length"], words["コード", "Code"], words["データ出力条件", "Output"]);
        foreach (var item in standard.Items)
        {
            Row(item.Id, item.Name, item.Romaji, item.Group, item.Type, item.Length, item.Code, item.OutputCondition);
        }

        End();
    }

    private void Codes()
    {
        Section("codes", words["コード", "Codes"]);
        Head("ID", words["名称", "Name"], words["値", "Values"]);
        foreach (var code in standard.Codes)
        {
            Row(code.Id, code.Name, string.Join(words["、", ", "], code.Values.Select(value => $"{value.Key} {value.Value}")));
        }

        End();
    }

    private void Findings()
    {
        Section("findings", words["指摘", "Findings"]);
        Head("ID", words["対象", "Subject"], words["種別", "Kind"], words["内容", "Text"], words["読み方", "Readings"], words["扱い", "Treatment"], words["出典", "Source"]);
        foreach (var finding in standard.Findings)
        {
            Row(finding.Id, finding.Subject, finding.Kind, finding.Text, finding.Readings, finding.Treatment, finding.Source);
        }

        End();
    }

    private void Section(string id, string title, bool table = true) =>
        Add($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>{(table ? $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{title}\"><table class=\"units\">" : "")}");

    private void Head(params string[] titles) => Add($"<thead><tr>{string.Concat(titles.Select(title => $"<th scope=\"col\">{title}</th>"))}</tr></thead><tbody>");

    private void Row(params string[] cells) => Add($"<tr>{string.Concat(cells.Select((cell, i) => i == 0 ? $"<th scope=\"row\">{Text(cell)}</th>" : $"<td>{Text(cell)}</td>"))}</tr>");

    private void End() => Add($"</tbody></table></div></section>");

    private void Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count > 0)
        {
            Add($"<div class=\"scroll\"><table class=\"data\">{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Text(cell)}</td>"))}</tr>"))}</table></div>");
        }
    }

    private void Add(FormattableString text) => html.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Mark(RequirementClass requirement) => requirement switch
    {
        RequirementClass.Mandatory => "◎",
        RequirementClass.Forbidden => "×",
        _ => "○",
    };
}
