using Conformance.Spec;

namespace Conformance.Drivers.Recording;

/// <summary>Names that may be others at the next load: with a number in them (件数, a date), or with a value of the person at hand.</summary>
internal static class Changing
{
    /// <returns>Why; null where nothing speaks for it.</returns>
    public static Bilingual? Why(string name, IEnumerable<string?> values)
    {
        var own = values.FirstOrDefault(value => value is { Length: >= 2 } && name.Contains(value, StringComparison.Ordinal));
        return own is not null ? new Bilingual($"名前「{name}」に入力した値「{own}」が入っていて、次は変わる。", $"The name 「{name}」 holds the value 「{own}」 that was typed: the next time it is another.")
            : name.Any(char.IsDigit) ? new Bilingual($"名前「{name}」に数字が入っていて、次は変わるかもしれない。変わらないことを --replay で確かめる。", $"The name 「{name}」 holds a number and may be another the next time. See with --replay that it stays.")
            : null;
    }
}
