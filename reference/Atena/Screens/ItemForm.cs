namespace Conformance.Reference.Atena.Screens;

/// <summary>Fields for items: how they look, and how what was typed becomes values.</summary>
internal sealed class ItemForm(Behaviour behaviour)
{
    private static readonly (string Legend, Func<Item, bool> Holds)[] Groups =
    [
        ("処理", item => item == Items.Process || item == Items.Municipality || item == Items.Number),
        ("氏名情報", item => item.Name.Contains("shimei", StringComparison.Ordinal) || item.Name.Contains("nihonjin", StringComparison.Ordinal)),
        ("通称情報", item => item.Name.StartsWith("tsusho", StringComparison.Ordinal)),
        ("住所情報", item => item.Name.StartsWith("jusho", StringComparison.Ordinal) || item.Name.StartsWith("shiteitoshi", StringComparison.Ordinal)),
        ("業務情報", item => item == Items.Business || item == Items.Reserved || item.Name.StartsWith("dokuji", StringComparison.Ordinal)),
        ("名寄せ情報", item => item == Items.LinkedFlag || item == Items.LinkedTo),
        ("本人情報", _ => true),
    ];

    /// <summary>Fields in their groups, filled with values (as stored, not as shown).</summary>
    public string Fields(IReadOnlyList<Item> items, IReadOnlyDictionary<string, string> values)
    {
        var byGroup = items.GroupBy(item => Groups.First(group => group.Holds(item)).Legend).ToList();
        return string.Concat(byGroup.Select(group =>
            $"<fieldset><legend>{group.Key}</legend><div class=\"fields\">"
            + string.Concat(group.Select(item => Field(item, values.GetValueOrDefault(item.Name, ""))))
            + "</div></fieldset>"));
    }

    /// <summary>One field.</summary>
    public string Field(Item item, string value)
    {
        var needed = item.Required || item == Items.Name;
        var mark = needed && behaviour.Varies(AtenaVariants.RequiredBesideLabel) ? " <span>必須</span>" : "";
        var label = $"<label for=\"{item.Name}\">{Html.Text(item.Label)}{mark}</label>";
        return item.Codes.Count == 0
            ? $"<div class=\"field\">{label}<input id=\"{item.Name}\" name=\"{item.Name}\" value=\"{Html.Text(Shown(item, value))}\" autocomplete=\"off\"></div>"
            : $"<div class=\"field\">{label}<select id=\"{item.Name}\" name=\"{item.Name}\">{Options(item, value)}</select></div>";
    }

    /// <summary>What was typed, as values in the form of the interface.</summary>
    public Dictionary<string, string> Read(IFormCollection form, IEnumerable<Item> items) => items
        .Where(item => form.ContainsKey(item.Name))
        .ToDictionary(item => item.Name, item => Typed(item, form[item.Name].ToString()), StringComparer.Ordinal);

    /// <summary>A value as screens show it.</summary>
    public string Shown(Item item, string value) => item switch
    {
        { UnknownPartsAllowed: true } when behaviour.Varies(AtenaVariants.WarekiScreens) => CalendarText.ToWareki(value),
        { Type: ItemType.Time } when value.Length == 8 && behaviour.Varies(AtenaVariants.TimeWithoutSeconds) => value[..5],
        _ => value,
    };

    private string Typed(Item item, string text) => item switch
    {
        { UnknownPartsAllowed: true } when behaviour.Varies(AtenaVariants.WarekiScreens) => CalendarText.FromWareki(text),
        { Type: ItemType.FullWidth } when behaviour.Varies(AtenaVariants.WideningScreens) => Characters.Widen(text),
        _ => text,
    };

    // A value outside the list can only have come through the interface; it must not vanish from the form.
    private static string Options(Item item, string value)
    {
        var chosen = value.Length == 0 ? item.Preset : value;
        var options = item.Codes.AsEnumerable();
        if (item.Preset.Length == 0)
        {
            options = options.Prepend(("", ""));
        }

        if (chosen.Length > 0 && item.Codes.All(code => code.Value != chosen))
        {
            options = options.Append((chosen, chosen));
        }

        return string.Concat(options.Select(code =>
            $"<option value=\"{Html.Text(code.Value)}\"{(code.Value == chosen ? " selected" : "")}>{Html.Text(code.Meaning)}</option>"));
    }
}
