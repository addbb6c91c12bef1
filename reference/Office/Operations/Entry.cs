using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Operations;

/// <summary>What somebody entered.</summary>
/// <param name="Items">Items by name; blank where nothing was entered.</param>
/// <param name="Operator">操作者ID.</param>
/// <param name="Screen">Entered on a screen; else by the API.</param>
internal sealed record Entry(Row Items, string Operator, bool Screen)
{
    public string this[string item] => Items[item];

    public bool Filled(string item) => Items.Filled(item);
}
