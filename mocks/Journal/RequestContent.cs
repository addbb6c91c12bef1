namespace Conformance.Mocks;

/// <summary>Compares what a request carries with what a scenario is looking for.</summary>
internal static class RequestContent
{
    public static bool MentionsAll(Receipt receipt, IReadOnlyDictionary<string, string> wanted) =>
        MentionsAll(receipt.Items, receipt.Subject, receipt.Conditions, wanted);

    public static bool MentionsAll(
        IReadOnlyDictionary<string, string?> items, IReadOnlyDictionary<string, string?> subject, IReadOnlyList<RequestedCondition> conditions, IReadOnlyDictionary<string, string> wanted) =>
        wanted.Count > 0 && wanted.All(pair => Mentions(items, subject, conditions, pair.Key, pair.Value));

    public static bool Mentions(
        IReadOnlyDictionary<string, string?> items, IReadOnlyDictionary<string, string?> subject, IReadOnlyList<RequestedCondition> conditions, string item, string value)
    {
        var folded = Fold(value);
        return (items.TryGetValue(item, out var sent) && sent is not null && Fold(sent) == folded)
            || (subject.TryGetValue(item, out var known) && known is not null && Fold(known) == folded)
            || conditions.Any(condition => condition.Item == item && Fold(condition.Value) == folded);
    }

    /// <summary>Full-width ASCII (U+FF01–U+FF5E) and the full-width space (U+3000) to half width; outer spaces removed.</summary>
    public static string Fold(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var c = source[i];
                span[i] = c switch
                {
                    '\u3000' => ' ',
                    >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                    _ => c,
                };
            }
        }).Trim();
}
