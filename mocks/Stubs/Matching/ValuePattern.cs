namespace Conformance.Mocks;

/// <summary>What a value must be like. The words are those of WireMock.</summary>
internal abstract class ValuePattern
{
    /// <param name="value">Null where there is no such value.</param>
    public abstract bool Matches(string? value);

    /// <summary>0 where it matches, up to 1 the less it does.</summary>
    public virtual double Distance(string? value) => Matches(value) ? 0 : 1;

    /// <summary>Looks at a body, which some patterns need not parse again.</summary>
    public virtual bool MatchesBody(StubRequest request) => Matches(request.Body);

    /// <summary>A header or parameter of several values matches where one of them does.</summary>
    public virtual bool Matches(IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (Matches(values[i]))
            {
                return true;
            }
        }

        return values.Count == 0 && Matches((string?)null);
    }

    public virtual double Distance(IReadOnlyList<string> values) => values.Count == 0 ? Distance((string?)null) : values.Min(Distance);
}
