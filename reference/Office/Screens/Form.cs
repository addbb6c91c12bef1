using Conformance.Reference.Core.Screens;
using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office.Screens;

/// <summary>The form of an operation, and what was entered into it.</summary>
internal sealed class Form(Behaviour behaviour)
{
    private bool Era => behaviour.Varies(OfficeVariants.EraScreens);

    public string Html(Operation operation, Row entered) => $"""
        <form method="post" action="/{operation.Path}">
        {string.Concat(operation.Fields.GroupBy(Legend).Select(group =>
            $"<fieldset><legend>{group.Key}</legend>{string.Concat(group.Select(field => One(field, entered[field.Name])))}</fieldset>"))}
        <p class="actions"><button type="submit">{Frame.Text(operation.Button)}</button></p>
        </form>
        """;

    /// <summary>What the fields of the operation were filled with.</summary>
    public Row Read(Operation operation, IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> sent)
    {
        var given = sent.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var row = new Row();
        foreach (var field in operation.Fields)
        {
            var value = given.GetValueOrDefault(field.Name, "");
            row[field.Name] = Era && field.Kind == FieldKind.Date ? JapaneseEra.Read(value) : value;
        }

        return row;
    }

    /// <summary>A value as staff read it.</summary>
    public string Shown(Field field, string value) => Era && field.Kind == FieldKind.Date ? JapaneseEra.Show(value) : field.Shown(value);

    private string One(Field field, string value)
    {
        var mark = field.Required && behaviour.Varies(OfficeVariants.RequiredLabels) ? " <span class=\"hissu\">必須</span>" : "";
        return $"<div class=\"field\"><label for=\"{field.Name}\">{Frame.Text(field.Label)}{mark}</label>{Control(field, value)}</div>";
    }

    private string Control(Field field, string value)
    {
        var common = $"id=\"{field.Name}\" name=\"{field.Name}\"{(field.Required ? " aria-required=\"true\"" : "")}";
        return field switch
        {
            { Choices.Count: > 0 } => $"<select {common}>{string.Concat(field.Choices.Prepend(("", "")).Select(choice =>
                $"<option value=\"{choice.Item1}\"{(choice.Item1 == value ? " selected" : "")}>{Frame.Text(choice.Item2)}</option>"))}</select>",
            { Kind: FieldKind.Text } => $"<textarea rows=\"4\" {common}>{Frame.Text(value)}</textarea>",
            _ => $"<input type=\"text\" autocomplete=\"off\" {common} value=\"{Frame.Text(Shown(field, value))}\"{Hint(field)}>",
        };
    }

    private string Hint(Field field) => field.Kind switch
    {
        FieldKind.Date => $" placeholder=\"{(Era ? "令和8年4月1日" : "2026-04-01")}\"",
        FieldKind.Month => " placeholder=\"2026-04\"",
        _ => "",
    };

    private static string Legend(Field field) => field.Name switch
    {
        ['j', 'i', 'd', 'o', >= '1' and <= '9', '_', ..] => $"児童{field.Name[4]}",
        _ when field.Name.StartsWith("haigusha", StringComparison.Ordinal) => "配偶者",
        "kozariyo" or "kinyukikankodo" or "tenpokodo" or "yokinshubetsu" or "kozabango" or "kozameiginin" => "口座",
        _ => "入力項目",
    };
}
