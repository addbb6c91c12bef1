using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Output;

/// <summary>One group of the data that an application keeps, as it is put out.</summary>
/// <param name="Name">グループ.</param>
/// <param name="File">Beginning of the names of its files.</param>
/// <param name="Columns">Names of its items in their order, separated by blanks.</param>
/// <param name="Rows">Its records; asked for under the gate.</param>
internal sealed record OutputGroup(string Name, string File, string Columns, Func<IEnumerable<Row>> Rows);
