namespace Conformance.Gherkin;

/// <summary>The tags of a hook: any of several plain tags, or a tag expression.</summary>
internal sealed class HookFilter
{
    private readonly TagExpression[] _any;

    private HookFilter(TagExpression[] any, string? text)
    {
        _any = any;
        Text = text;
    }

    /// <summary>As a tag expression, for messages; null without tags.</summary>
    public string? Text { get; }

    /// <exception cref="FormatException">A tag expression is wrong.</exception>
    public static HookFilter Of(IReadOnlyList<string> tags)
    {
        TagExpression[] any = [.. tags.Select(Tag)];
        return new(any, any.Length == 0 ? null : string.Join(" or ", any.Select(tag => tag.ToString())));
    }

    public static TagExpression Tag(string text)
    {
        var isExpression = text.AsSpan().IndexOfAny(" ()") >= 0;
        return TagExpression.Parse(isExpression || text.StartsWith('@') ? text : "@" + text);
    }

    public bool Matches(Pickle pickle) => _any.Length == 0 || Array.Exists(_any, tag => tag.Matches(pickle));
}
