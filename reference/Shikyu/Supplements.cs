using System.Globalization;
using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Shikyu;

/// <summary>加算額 by 型 and by the day from which each applies. The caller holds the gate.</summary>
internal sealed class Supplements(Behaviour behaviour)
{
    /// <summary>基本額 in yen.</summary>
    public const int Basic = 50_000;

    private readonly List<Row> rows = [];
    private readonly Dictionary<string, string> cached = new(StringComparer.Ordinal);

    public Row Set(string kind, string amount, string from)
    {
        var row = new Row { ["kata"] = kind, ["kasangaku"] = amount, ["tekiyokaishinengappi"] = from };
        rows.RemoveAll(one => one["kata"] == kind && one["tekiyokaishinengappi"] == from);
        rows.Add(behaviour.Through("supplement", row));
        return row.Copy();
    }

    public IReadOnlyList<Row> All(string kind) =>
    [
        .. rows.Where(row => kind.Length == 0 || row["kata"] == kind)
            .OrderBy(row => row["kata"], StringComparer.Ordinal).ThenBy(row => row["tekiyokaishinengappi"], StringComparer.Ordinal)
            .Select(row => row.Copy()),
    ];

    /// <summary>What a person of that 型 gets on that day.</summary>
    /// <returns>基本額, 加算額 (blank where none is set) and 支給額.</returns>
    /// <param name="screen">Asked for on a screen.</param>
    public Row Of(string kind, string day, bool screen = false)
    {
        var asked = behaviour.Shows(ShikyuFaults.KindsMixed) ? "1" : kind;
        var supplement = rows.Where(row => row["kata"] == asked && string.CompareOrdinal(row["tekiyokaishinengappi"], day) <= 0)
            .OrderBy(row => row["tekiyokaishinengappi"], StringComparer.Ordinal).LastOrDefault()?["kasangaku"] ?? "";
        if (behaviour.Shows(ShikyuFaults.Stale))
        {
            supplement = cached.TryGetValue(kind, out var first) ? first : cached[kind] = supplement;
        }

        var amount = Basic + Number(supplement);
        if (supplement.Length == 0 && behaviour.Shows(ShikyuFaults.EmptyIsNothing))
        {
            amount = 0;
        }

        if (screen && behaviour.Shows(ShikyuFaults.ScreenRounds))
        {
            amount = (amount + 500) / 1000 * 1000;
        }

        if (behaviour.Shows(ShikyuFaults.Rounded))
        {
            amount = (amount + 50) / 100 * 100;
        }

        return new Row { ["kihongaku"] = Text(screen && behaviour.Shows(ShikyuFaults.ScreenShowsOldBasic) ? Basic - 2_000 : Basic), ["kasangaku"] = supplement, ["shikyugaku"] = Text(amount) };
    }

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
