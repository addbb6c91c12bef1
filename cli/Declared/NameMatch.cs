namespace Conformance.Cli.Declared;

/// <summary>Whether two names are of the same thing, spaces and brackets aside.</summary>
internal static class NameMatch
{
    // A shorter name is in many others by accident.
    private const int TellingLength = 4;

    public static bool Same(string one, string other) => Bare(one) is { Length: > 0 } bare && bare == Bare(other);

    /// <summary>The same, or one of them within the other and long enough to tell.</summary>
    public static bool Alike(string one, string other)
    {
        var (a, b) = (Bare(one), Bare(other));
        return (a.Length > 0 && a == b) || (a.Length >= TellingLength && b.Contains(a, StringComparison.Ordinal)) || (b.Length >= TellingLength && a.Contains(b, StringComparison.Ordinal));
    }

    private static string Bare(string name) => string.Concat(name.Where(character => !char.IsWhiteSpace(character) && character is not ('の' or '・' or '「' or '」')));
}
