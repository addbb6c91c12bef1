using Conformance.Reference.Core.Items;

namespace Conformance.Reference.Core.Screens;

/// <summary>What staff entered on a screen, by field name.</summary>
internal sealed class Entered(IReadOnlyDictionary<string, string> fields)
{
    public static readonly Entered Nothing = new(new Dictionary<string, string>());

    /// <summary>The value of a field; blank where nothing was entered.</summary>
    public string this[string field] => fields.GetValueOrDefault(field, "");

    /// <summary>The button that was pressed.</summary>
    public string Button => this["sosa"];

    public bool PartialName => this["itchi"] == "bubun";

    /// <summary>Items of a person that are not blank.</summary>
    public IReadOnlyDictionary<string, string> Items => Take(keepBlanks: false, PersonItems.All.Append(PersonItems.MunicipalityCode));

    /// <summary>Items of a person, also the blank ones.</summary>
    public IReadOnlyDictionary<string, string> ItemsWithBlanks => Take(keepBlanks: true, PersonItems.All);

    /// <summary>As <see cref="Items"/>, with 宛名番号.</summary>
    public IReadOnlyDictionary<string, string> ItemsAndNumber => Take(keepBlanks: false, PersonItems.All.Append(PersonItems.Number));

    public static Entered Read(IFormCollection form, bool japaneseEra) => new(form.ToDictionary(
        field => field.Key,
        field => japaneseEra && field.Key == "seinengappi" ? JapaneseEra.Read(field.Value.ToString()) : field.Value.ToString(),
        StringComparer.Ordinal));

    private Dictionary<string, string> Take(bool keepBlanks, IEnumerable<Item> items) => items
        .Where(item => fields.ContainsKey(item.Name) && (keepBlanks || fields[item.Name].Length > 0))
        .ToDictionary(item => item.Name, item => fields[item.Name], StringComparer.Ordinal);
}
