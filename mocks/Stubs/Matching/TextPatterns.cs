using System.Text.RegularExpressions;

namespace Conformance.Mocks;

internal sealed class EqualToPattern(string expected, bool ignoreCase) : ValuePattern
{
    public override bool Matches(string? value) => string.Equals(value, expected, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public override double Distance(string? value) => value is null ? 1 : Matches(value) ? 0 : Levenshtein.Normalised(expected, value);
}

internal sealed class BinaryEqualToPattern(byte[] expected) : ValuePattern
{
    public override bool Matches(string? value) => value is not null && System.Text.Encoding.UTF8.GetBytes(value).AsSpan().SequenceEqual(expected);

    public override bool MatchesBody(StubRequest request) => request.Content.Span.SequenceEqual(expected);
}

internal sealed class ContainsPattern(string part) : ValuePattern
{
    public override bool Matches(string? value) => value?.Contains(part, StringComparison.Ordinal) == true;
}

internal sealed class RegexPattern(Regex whole) : ValuePattern
{
    public override bool Matches(string? value)
    {
        try
        {
            return value is not null && whole.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern that explodes on this value has not matched it.
            return false;
        }
    }
}

internal sealed class AbsentPattern : ValuePattern
{
    public override bool Matches(string? value) => value is null;
}

internal sealed class AnythingPattern : ValuePattern
{
    public override bool Matches(string? value) => true;
}
