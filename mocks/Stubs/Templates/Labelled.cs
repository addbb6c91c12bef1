namespace Conformance.Mocks;

/// <summary>A value in a template that is a text and has parts: a path with its segments, a header with its values.</summary>
internal sealed class Labelled : Dictionary<string, object?>
{
    private readonly string text;

    private Labelled(string text)
        : base(StringComparer.OrdinalIgnoreCase) => this.text = text;

    /// <summary>Prints as the first value; the values are its parts 0, 1, ….</summary>
    public static Labelled Of(IReadOnlyList<string> values) => Of(values.Count > 0 ? values[0] : "", values);

    public static Labelled Of(string text, IReadOnlyList<string> parts)
    {
        var labelled = new Labelled(text);
        for (var i = 0; i < parts.Count; i++)
        {
            labelled[i.ToString(System.Globalization.CultureInfo.InvariantCulture)] = parts[i];
        }

        return labelled;
    }

    public override string ToString() => text;
}
