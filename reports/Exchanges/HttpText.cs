namespace Conformance.Reports.Exchanges;

/// <summary>A request or an answer as evidence holds it: start line, headers, an empty line, the body.</summary>
/// <param name="First">Start line; empty where nothing was received.</param>
/// <param name="Headers">In the order sent; a name may occur more than once.</param>
/// <param name="Body">Null where there is no empty line after the headers.</param>
internal sealed record HttpText(string First, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    /// <summary>Never fails: what is no header is left out, what does not fit is part of the body.</summary>
    public static HttpText Parse(string text)
    {
        var headers = new List<KeyValuePair<string, string>>();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? text : text[..end]).TrimEnd('\r');
        for (var at = end + 1; end >= 0 && at <= text.Length; at = end + 1)
        {
            end = text.IndexOf('\n', at);
            var line = (end < 0 ? text[at..] : text[at..end]).TrimEnd('\r');
            if (line.Length == 0)
            {
                return new HttpText(first, headers, end < 0 ? null : text[(end + 1)..]);
            }

            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
            }

            if (end < 0)
            {
                break;
            }
        }

        return new HttpText(first, headers, null);
    }

    /// <summary>The first header of that name, in any case; null where there is none.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The word of the start line at that place, counted from 0; empty where there is none. The last word takes the rest.</summary>
    public string Word(int index) => First.Split(' ', 3) is var words && index < words.Length ? words[index] : "";
}
