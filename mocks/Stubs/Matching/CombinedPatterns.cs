namespace Conformance.Mocks;

internal sealed class AndPattern(IReadOnlyList<ValuePattern> parts) : ValuePattern
{
    public override bool Matches(string? value) => parts.All(part => part.Matches(value));

    public override double Distance(string? value) => parts.Average(part => part.Distance(value));
}

internal sealed class OrPattern(IReadOnlyList<ValuePattern> parts) : ValuePattern
{
    public override bool Matches(string? value) => parts.Any(part => part.Matches(value));

    public override double Distance(string? value) => parts.Min(part => part.Distance(value));
}

internal sealed class NotPattern(ValuePattern inner) : ValuePattern
{
    public override bool Matches(string? value) => !inner.Matches(value);
}

/// <summary>hasExactly: as many values as patterns, each pattern met by a value of its own. includes: further values may be there.</summary>
internal sealed class SeveralPattern(IReadOnlyList<ValuePattern> parts, bool exactly) : ValuePattern
{
    public override bool Matches(string? value) => Matches(value is null ? [] : [value]);

    public override bool Matches(IReadOnlyList<string> values) =>
        (!exactly || values.Count == parts.Count) && parts.All(part => values.Any(part.Matches)) && (!exactly || values.All(value => parts.Any(part => part.Matches(value))));

    public override double Distance(IReadOnlyList<string> values) => Matches(values) ? 0 : parts.Average(part => values.Count == 0 ? 1 : values.Min(part.Distance));
}
