using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Output;

/// <summary>One group of the data that an application keeps, as it is put out.</summary>
/// <param name="Name">グループ.</param>
/// <param name="File">Beginning of the names of its files.</param>
/// <param name="Columns">Names of its items in their order, separated by blanks.</param>
/// <param name="Rows">Its records; asked for under the gate.</param>
internal sealed record OutputGroup(string Name, string File, string Columns, Func<IEnumerable<Row>> Rows)
{
    /// <summary>操作記録, which every application keeps.</summary>
    public static OutputGroup Of(WorkLog log) => new("操作記録", "sosakiroku", "kirokubango sosashaid sosanichiji sosa atenabango", () => log.All);
}
