using System.Text;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation.Writing;

/// <summary>Writes Japanese Gherkin: the same drafts give the same bytes on every machine.</summary>
public static class FeatureWriter
{
    public static string Write(Standard standard, RoleContracts role, string title, IReadOnlyList<string> notes, IReadOnlyList<ScenarioDraft> scenarios)
    {
        var text = new StringBuilder();
        text.Append("# language: ja\n");
        text.Append("# 標準から導出したもの。手で直さず、standards/ を直して `conformance derive` を実行する。\n");
        text.Append($"@業務:{standard.Id} @版:{standard.Edition} @役割:{role.Name}\n");
        text.Append($"機能: {title}\n\n");
        foreach (var note in notes)
        {
            text.Append($"  {note}\n");
        }

        foreach (var scenario in scenarios)
        {
            Write(text, standard, role, scenario);
        }

        return text.ToString();
    }

    /// <summary>公式, 推定, 曖昧, 例示.</summary>
    public static string Word(Basis basis) => basis switch
    {
        Basis.Official => "公式",
        Basis.Assumed => "推定",
        Basis.Ambiguous => "曖昧",
        _ => "例示",
    };

    private static void Write(StringBuilder text, Standard standard, RoleContracts role, ScenarioDraft scenario)
    {
        var tags = Tags(standard, role, scenario).ToList();
        if (scenario.Examples is null)
        {
            tags.AddRange(scenario.Surfaces.Select(surface => "@" + surface));
        }

        text.Append($"\n  {string.Join(' ', tags)}\n");
        text.Append($"  {(scenario.Examples is null ? "シナリオ" : "シナリオアウトライン")}: [{scenario.Id}] {scenario.Title}\n");
        foreach (var source in scenario.Steps.Where(step => step.Unit is not null && step.Source.Length > 0).Select(step => $"根拠「{step.Unit}」: {step.Source}").Distinct())
        {
            text.Append($"    {source}\n");
        }

        text.Append('\n');
        var previous = "";
        foreach (var step in scenario.Steps)
        {
            var keyword = step.Keyword == previous ? "かつ" : step.Keyword;
            previous = step.Keyword;
            var word = role.Unit == VerdictUnit.Function ? "機能" : "手順";
            var blame = step.Unit is null ? "" : $"{word}「{step.Unit}」（{(step.BasisFromExample ? "<根拠>" : Word(step.Basis))}）: ";
            text.Append($"    {keyword} {blame}{step.Text}\n");
            Table(text, step.Table, "      ");
        }

        foreach (var group in scenario.Examples?.Rows.GroupBy(row => string.Join(' ', row.Surfaces.Select(surface => "@" + surface))) ?? [])
        {
            text.Append($"\n    {group.Key}\n    例:\n");
            Table(text, [scenario.Examples!.Header, .. group.Select(row => row.Cells)], "      ");
        }
    }

    private static IEnumerable<string> Tags(Standard standard, RoleContracts role, ScenarioDraft scenario)
    {
        var units = scenario.Steps.Select(step => step.Unit).OfType<string>().Distinct().ToList();
        foreach (var unit in units)
        {
            yield return UnitTags.Of(role.Unit, unit);
        }

        var classes = units.Select(standard.Function).OfType<Function>().SelectMany(function => function.Classes.Values).Distinct().Order();
        foreach (var word in classes.Select(value => value switch { RequirementClass.Mandatory => "@実装必須", RequirementClass.Forbidden => "@実装不可", _ => "@標準オプション" }))
        {
            yield return word;
        }

        if (scenario.Flow is { } flow)
        {
            yield return $"@フロー:{flow.Flow}";
            yield return $"@経路:{flow.Path}";
            if (flow.Class.Length > 0)
            {
                yield return $"@区分:{flow.Class}";
            }
        }

        if (scenario.Exclusive)
        {
            yield return "@exclusive";
        }
    }

    private static void Table(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, string indent)
    {
        foreach (var row in rows)
        {
            text.Append(indent).Append("| ").AppendJoin(" | ", row.Select(Escape)).Append(" |\n");
        }
    }

    private static string Escape(string cell) => cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
