namespace Conformance.Spec;

/// <summary>グループ: the unit in which data is put out, with its items in the order of 基本データリスト.</summary>
public sealed record DataGroup(string Name, IReadOnlyList<DataItem> Items)
{
    /// <summary>主キー: what tells its records apart; empty where the list marks none.</summary>
    public IReadOnlyList<DataItem> Keys => [.. Items.Where(item => item.IsKey)];

    /// <summary>外部キー: items whose values are found in the records of another group.</summary>
    public IReadOnlyList<DataItem> References => [.. Items.Where(item => item.RefersTo.Length > 0)];
}
