using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Faults;

/// <summary>Faults nobody picked by hand: operator × item × message, drawn by a fixed seed, so that the list is the same everywhere.</summary>
internal static class DrawnFaults
{
    private const ulong Seed = 0x0310_0019;
    private const int Wanted = 10;

    private static readonly (string Step, string Name, string Words)[] Messages =
    [
        (Step.Inquiry, "inquiry", "照会の抽出条件"),
        (Step.NumberRequest, "request", "付番依頼"),
        (Step.ChosenNotified, "notice", "選択後の宛名基本情報送信"),
        (Step.InheritedSent, "inheritance", "住民宛名番号引継の送信"),
    ];

    /// <summary>Items that practically every entry about a Japanese person has, so that their loss shows.</summary>
    private static readonly string[] Items =
    [
        "shimei", "uji_nihonjin", "na_nihonjin", "shimei_furigana", "seinengappi", "jusho_todofuken", "jusho_shikugunchosonmei",
        "jusho_choaza", "jusho_banchigohyoki",
    ];

    private static readonly (string One, string Other)[] Pairs =
    [
        ("shimei", "shimei_furigana"), ("jusho_choaza", "jusho_banchigohyoki"), ("jusho_shikugunchosonmei", "jusho_choaza"),
    ];

    public static IReadOnlyList<CoreFault> Draw(int firstNumber)
    {
        var pool = Messages.SelectMany(Every).ToList();
        var state = Seed;
        var drawn = new List<CoreFault>(Wanted);
        while (drawn.Count < Wanted)
        {
            var at = (int)(Next(ref state) % (ulong)pool.Count);
            drawn.Add(pool[at] with { Id = $"C{firstNumber + drawn.Count:00}-{pool[at].Id}" });
            pool.RemoveAt(at);
        }

        return drawn;
    }

    private static IEnumerable<CoreFault> Every((string Step, string Name, string Words) message)
    {
        var items = message.Step == Step.Inquiry ? Items.Where(item => PersonItems.Find(item)!.Condition) : Items;
        foreach (var item in items)
        {
            var label = PersonItems.Find(item)!.Label;
            yield return new CoreFault($"{message.Name}-drops-{Dashed(item)}", message.Step, $"{message.Words}に{label}が含まれない")
            {
                Message = body => MessageSpoiling.Drop(body, item),
            };
            yield return new CoreFault($"{message.Name}-cuts-{Dashed(item)}", message.Step, $"{message.Words}の{label}の末尾が欠ける")
            {
                Message = body => MessageSpoiling.Truncate(body, item),
            };
        }

        foreach (var (one, other) in Pairs.Where(pair => items.Contains(pair.One) && items.Contains(pair.Other)))
        {
            var (first, second) = (PersonItems.Find(one)!.Label, PersonItems.Find(other)!.Label);
            yield return new CoreFault(
                $"{message.Name}-swaps-{Dashed(one)}", message.Step, $"{message.Words}の{first}と{second}が入れ替わる")
            {
                Message = body => MessageSpoiling.Swap(body, one, other),
            };
        }
    }

    private static string Dashed(string item) => item.Replace('_', '-');

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every runtime.</summary>
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
