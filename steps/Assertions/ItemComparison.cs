namespace Conformance.Steps.Assertions;

/// <summary>Whether an item was read back as it was sent, by the rules of its type.</summary>
public static class ItemComparison
{
    /// <summary>
    /// TIME may come without seconds (凡例 データ型: 秒は省略可能); nothing and an empty text are the same; an integer may have lost
    /// leading zeros. Everything else must be the same, code point by code point.
    /// </summary>
    public static bool Same(string type, string? sent, string? read)
    {
        var (expected, actual) = (sent ?? "", read ?? "");
        return type switch
        {
            "TIME" when expected.Length == 8 && actual.Length == 5 => expected.StartsWith(actual, StringComparison.Ordinal),
            "9" => WithoutZeros(expected) == WithoutZeros(actual),
            _ => string.Equals(expected, actual, StringComparison.Ordinal),
        };
    }

    private static string WithoutZeros(string number) => number.Length == 0 ? "" : number.TrimStart('0').PadLeft(1, '0');

    /// <summary>The items that differ: name, sent, read. An item that the answer does not show at all differs.</summary>
    public static IReadOnlyList<(string Item, string Sent, string? Read)> Differences(
        IReadOnlyDictionary<string, string> sent, IReadOnlyDictionary<string, string?> read, Func<string, string> typeOf) =>
        [.. sent.Where(item => !Same(typeOf(item.Key), item.Value, read.GetValueOrDefault(item.Key)))
            .Select(item => (item.Key, item.Value, read.GetValueOrDefault(item.Key)))];
}
