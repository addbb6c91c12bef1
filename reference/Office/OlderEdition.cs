using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>The interface as it was before: under a path of its own, with other names for some members.</summary>
/// <param name="Prefix">Before <c>/api</c>, such as <c>/v1</c>.</param>
/// <param name="Names">Name of today to the older one.</param>
internal sealed record OlderEdition(string Prefix, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>It answers with the names of today, as nobody who calls the older edition expects.</summary>
    public bool AnswersAsToday { get; init; }

    /// <summary>Work of its own, on a ledger of its own; null where the same is behind both.</summary>
    public IReadOnlyList<Operation>? Own { get; init; }

    /// <summary>What a caller sent, under the names of today.</summary>
    public Row Taken(Row row) => Renamed(row, Names.ToDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal));

    /// <summary>What the caller is answered.</summary>
    public Row Given(Row row) => AnswersAsToday ? row : Renamed(row, Names);

    private static Row Renamed(Row row, IReadOnlyDictionary<string, string> names)
    {
        var renamed = new Row();
        foreach (var (item, value) in row)
        {
            renamed[names.GetValueOrDefault(item) ?? item] = value;
        }

        return renamed;
    }
}
