using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Faults;

/// <summary>Operator × item: what can be drawn.</summary>
internal sealed class Pool(Glossary glossary)
{
    /// <summary>Checks that are missing or off by one.</summary>
    /// <param name="function">機能ID of the check.</param>
    public IEnumerable<OfficeFault> Checks(string function, params string[] items) => items.Select(item => glossary.Find(item)!).SelectMany(field => new[]
    {
        new OfficeFault($"unchecked-{Dashed(field.Name)}", function, $"{field.Label} is not checked at all.") { Unchecked = field.Name },
        new OfficeFault($"limit+1-{Dashed(field.Name)}", function, $"{field.Label} is accepted with {field.Length + 1} characters.") { Limit = (field.Name, 1) },
        new OfficeFault($"limit-1-{Dashed(field.Name)}", function, $"{field.Label} is refused with exactly {field.Length} characters.") { Limit = (field.Name, -1) },
    }.Where(fault => fault.Unchecked is not null || (field.Kind is FieldKind.Wide or FieldKind.Digits && field.Length > 1)));

    /// <summary>What happens to items at a seam: lost, cut, and for pairs swapped.</summary>
    /// <param name="place">A word for the ID, such as <c>store</c>.</param>
    /// <param name="where">Words for the list, such as <c>when stored</c>.</param>
    public IEnumerable<OfficeFault> At(string seam, string function, string place, string where, string[] items, params (string One, string Other)[] pairs)
    {
        foreach (var field in items.Select(item => glossary.Find(item)!))
        {
            yield return new OfficeFault($"{place}-drops-{Dashed(field.Name)}", function, $"{field.Label} is lost {where}.") { Seam = seam, Spoil = Spoiling.Drop(field.Name) };
            if (field.Kind is FieldKind.Wide or FieldKind.Digits)
            {
                yield return new OfficeFault($"{place}-cuts-{Dashed(field.Name)}", function, $"The last character of {field.Label} is lost {where}.") { Seam = seam, Spoil = Spoiling.Cut(field.Name) };
            }

            if (field.Kind == FieldKind.Date)
            {
                yield return new OfficeFault($"{place}-shifts-{Dashed(field.Name)}", function, $"{field.Label} is a day early {where}.") { Seam = seam, Spoil = Spoiling.DayLater(field.Name, -1) };
            }
        }

        foreach (var (one, other) in pairs)
        {
            yield return new OfficeFault($"{place}-swaps-{Dashed(one)}", function, $"{glossary.Label(one)} and {glossary.Label(other)} change places {where}.")
            {
                Seam = seam,
                Spoil = Spoiling.Swap(one, other),
            };
        }
    }

    private static string Dashed(string item) => item.Replace('_', '-');
}
