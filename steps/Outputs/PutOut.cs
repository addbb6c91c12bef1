using System.Globalization;

namespace Conformance.Steps.Outputs;

/// <summary>All data as it was put out once, read in one pass.</summary>
/// <param name="Groups">Those of the layout, in its order, whether they were put out or not.</param>
/// <param name="Others">Files in which no group of the layout is.</param>
public sealed record PutOut(IReadOnlyList<OutputGroup> Groups, IReadOnlyList<string> Others)
{
    public OutputGroup Group(string name) => Groups.FirstOrDefault(group => group.Name == name) ?? new OutputGroup(name, [], 0, [], [], []);

    /// <summary>For the evidence: what was there, and of whom. Records of others are counted and not shown.</summary>
    public string Summary() => string.Join('\n', Groups.SelectMany(group => (string[])
    [
        string.Create(CultureInfo.InvariantCulture, $"{group.Name}: {(group.Files.Count == 0 ? "（ファイルがない）" : string.Join("、", group.Files))}、{group.Rows} 件"),
        .. group.Unreadable.Concat(group.Misplaced).Select(fault => "  ！" + fault),
        .. group.Kept.Select(row => $"  {row.Place}: {string.Join("、", row.Values.Where(value => value.Value.Length > 0).Select(value => $"{value.Key}={value.Value}"))}"),
    ]).Concat(Others.Select(file => $"（グループの分からないファイル: {file}）")));
}
