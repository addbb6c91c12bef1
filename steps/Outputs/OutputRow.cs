namespace Conformance.Steps.Outputs;

/// <summary>A record of a group as it was put out.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Values">ローマ字 of an item to its value; an item whose column is not there is missing.</param>
public sealed record OutputRow(string Place, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Empty where the column is not there.</summary>
    public string this[string romaji] => Values.GetValueOrDefault(romaji, "");
}
