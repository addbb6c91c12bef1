using Conformance.Spec;

namespace Conformance.Steps.Outputs;

/// <summary>The columns of a file against the layout of its group. The header has the ローマ字 of the items or their IDs, in the order of the list.</summary>
internal sealed class OutputColumns
{
    private readonly IReadOnlyList<DataItem?> columns;

    public OutputColumns(DataGroup group, IReadOnlyList<string> header)
    {
        var cells = header.Select((cell, i) => i == 0 ? cell.TrimStart('\uFEFF') : cell).ToList();
        columns = [.. cells.Select(cell => group.Items.FirstOrDefault(item => item.Romaji == cell || item.Id == cell || item.Name == cell))];
        Faults = [.. Compare(group, cells)];
    }

    /// <summary>How the header differs from the layout; empty where it does not.</summary>
    public IReadOnlyList<string> Faults { get; }

    public int Count => columns.Count;

    /// <summary>Where the item stands; -1 where it has no column.</summary>
    public int At(string romaji)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i]?.Romaji == romaji)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A row by the ローマ字 of its items.</summary>
    public Dictionary<string, string> Values(IReadOnlyList<string> cells)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(columns.Count, cells.Count); i++)
        {
            if (columns[i] is { } item)
            {
                values.TryAdd(item.Romaji, cells[i]);
            }
        }

        return values;
    }

    private IEnumerable<string> Compare(DataGroup group, List<string> cells)
    {
        if (cells.SequenceEqual(group.Items.Select(item => item.Romaji)) || cells.SequenceEqual(group.Items.Select(item => item.Id)))
        {
            yield break;
        }

        var missing = group.Items.Except(columns.OfType<DataItem>()).ToList();
        if (missing.Count == group.Items.Count)
        {
            yield return $"{group.Name}: 見出しがない（先頭の行: {string.Join(',', cells.Take(3))}…）";
            yield break;
        }

        foreach (var item in missing)
        {
            yield return $"{group.Name}: {item.Name}（{item.Romaji}）の列がない";
        }

        foreach (var (cell, _) in cells.Zip(columns).Where(pair => pair.Second is null))
        {
            yield return $"{group.Name}: 「{cell}」の列はデータ項目にない";
        }

        foreach (var twice in columns.OfType<DataItem>().CountBy(item => item.Romaji).Where(item => item.Value > 1))
        {
            yield return $"{group.Name}: {twice.Key} の列が{twice.Value}つある";
        }

        var present = columns.OfType<DataItem>().Distinct().ToList();
        if (!present.SequenceEqual(group.Items.Where(present.Contains)))
        {
            var (found, wanted) = present.Zip(group.Items.Where(present.Contains)).First(pair => pair.First != pair.Second);
            yield return $"{group.Name}: 並びが違う（{wanted.Name}のあるべき所に{found.Name}）";
        }
        else if (missing.Count == 0 && present.Count == cells.Count)
        {
            yield return $"{group.Name}: 見出しがローマ字でもデータ項目IDでもない（{string.Join(',', cells.Take(3))}…）";
        }
    }
}
