using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Operations;

/// <summary>What came of an operation.</summary>
/// <param name="Message">Words for staff.</param>
internal sealed record Answer(string Message, IReadOnlyList<Row> Rows)
{
    public Answer(string message, params Row[] rows)
        : this(message, (IReadOnlyList<Row>)rows)
    {
    }

    /// <summary>What was found, told to staff by its number.</summary>
    public static Answer Found(IReadOnlyList<Row> rows) => new(rows.Count == 0 ? "該当する記録はありません。" : $"{rows.Count}件あります。", rows);
}
