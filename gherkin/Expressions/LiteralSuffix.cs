namespace Conformance.Gherkin;

/// <summary>The literal text that whatever a regular expression matches as a whole ends with; empty where that is not plain to see.</summary>
internal static class LiteralSuffix
{
    private const string Special = @"\*+?|{}[]()^$.#";

    public static string Of(string pattern)
    {
        var end = pattern.EndsWith('$') && !pattern.EndsWith(@"\$", StringComparison.Ordinal) ? pattern.Length - 1 : pattern.Length;
        if (!HasOneReading(pattern) || HasOptions(pattern))
        {
            return "";
        }

        var start = end;
        while (start > 0 && !Special.Contains(pattern[start - 1], StringComparison.Ordinal))
        {
            start--;
        }

        // What a backslash stands before is no literal, or a literal of another meaning.
        if (start < end && start > 0 && pattern[start - 1] == '\\')
        {
            start++;
        }

        return pattern[start..end];
    }

    // Whether there is no | outside groups and classes, which would let the pattern end otherwise.
    private static bool HasOneReading(string pattern)
    {
        var inClass = false;
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[' when !inClass:
                    inClass = true;
                    i += i + 1 < pattern.Length && pattern[i + 1] == '^' ? 1 : 0;
                    i += i + 1 < pattern.Length && pattern[i + 1] == ']' ? 1 : 0;
                    break;
                case ']' when inClass:
                    inClass = false;
                    break;
                case '(' when !inClass:
                    depth++;
                    break;
                case ')' when !inClass:
                    depth--;
                    break;
                case '|' when !inClass && depth == 0:
                    return false;
            }
        }

        return !inClass;
    }

    // (?i) and (?x) change what the rest of the text means.
    private static bool HasOptions(string pattern)
    {
        for (var at = pattern.IndexOf("(?", StringComparison.Ordinal); at >= 0; at = pattern.IndexOf("(?", at + 2, StringComparison.Ordinal))
        {
            if (at + 2 < pattern.Length && (char.IsAsciiLetter(pattern[at + 2]) || pattern[at + 2] is '-' or '#'))
            {
                return true;
            }
        }

        return false;
    }
}
