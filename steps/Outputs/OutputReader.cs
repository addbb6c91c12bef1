using System.Globalization;
using System.IO.Compression;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using Conformance.Drivers;
using Conformance.Spec;
using Conformance.Spec.Csv;

namespace Conformance.Steps.Outputs;

/// <summary>Reads what was put out, row by row: CSV files, and zip files of them. Of any number of records only those are kept in which somebody is named who is looked for.</summary>
/// <param name="groups">The layout.</param>
/// <param name="names">グループ to the names of its files, where they do not hold the group's name.</param>
internal sealed class OutputReader(IReadOnlyList<DataGroup> groups, IReadOnlyDictionary<string, string> names)
{
    private const int MostKept = 10_000;
    private const int MostFaults = 5;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="finds">ローマ字 of the items by which somebody is found.</param>
    /// <param name="wanted">Their values.</param>
    public PutOut Read(IReadOnlyList<PutOutFile> files, IReadOnlyCollection<string> finds, IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        var parts = groups.ToDictionary(group => group.Name, group => new Part(group), StringComparer.Ordinal);
        var others = new List<string>();
        foreach (var file in files)
        {
            if (!IsZip(file.Path))
            {
                using var stream = File.OpenRead(file.Path);
                ReadOne(file.Name, stream);
                continue;
            }

            using var archive = ZipFile.OpenRead(file.Path);
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            {
                using var stream = entry.Open();
                ReadOne(entry.Name, stream);
            }
        }

        return new PutOut([.. groups.Select(group => parts[group.Name].Whole())], others);

        void ReadOne(string name, Stream stream)
        {
            if (Of(name) is { } group)
            {
                parts[group].Read(name, stream, finds, wanted, cancellationToken);
            }
            else
            {
                others.Add(name);
            }
        }
    }

    // The longest name: 申請履歴 is not 申請.
    private string? Of(string file) =>
        groups.FirstOrDefault(group => names.GetValueOrDefault(group.Name) is { } pattern && FileSystemName.MatchesSimpleExpression(pattern, file))?.Name
        ?? groups.Where(group => !names.ContainsKey(group.Name) && file.Contains(group.Name, StringComparison.Ordinal)).MaxBy(group => group.Name.Length)?.Name;

    private static bool IsZip(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    private sealed class Part(DataGroup group)
    {
        private readonly List<string> files = [];
        private readonly List<OutputRow> kept = [];
        private readonly List<string> unreadable = [];
        private readonly List<string> misplaced = [];
        private long rows;

        public OutputGroup Whole() => new(group.Name, files, rows, kept, unreadable, [.. misplaced.Distinct()]);

        public void Read(string name, Stream stream, IReadOnlyCollection<string> finds, IReadOnlySet<string> wanted, CancellationToken cancellationToken)
        {
            using var hash = SHA256.Create();
            using var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Read);
            using var reader = new StreamReader(hashed, Strict, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
            long line = 0;
            try
            {
                OutputColumns? columns = null;
                int[] at = [];
                foreach (var record in CsvRecords.Read(reader))
                {
                    line = record.Line;
                    if (columns is null)
                    {
                        columns = new OutputColumns(group, record.Cells);
                        misplaced.AddRange(columns.Faults);
                        at = [.. finds.Select(columns.At).Where(column => column >= 0).Distinct()];
                    }
                    else if (record.Cells.Count > 1 || record.Cells[0].Length > 0)
                    {
                        Take(name, record, columns, at, wanted);
                        if (rows % 4096 == 0)
                        {
                            cancellationToken.ThrowIfCancellationRequested();
                        }
                    }
                }

                if (columns is null)
                {
                    misplaced.Add($"{group.Name}: {name} が空で、見出しもない");
                }
            }
            catch (DecoderFallbackException)
            {
                unreadable.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: UTF-8 でない（{line} 行目より後）"));
            }
            catch (InvalidDataException e)
            {
                unreadable.Add($"{name}: 圧縮を解けない（{e.Message}）");
            }

            hashed.CopyTo(Stream.Null);
            files.Add(string.Create(CultureInfo.InvariantCulture, $"{name}（SHA-256 {Convert.ToHexStringLower(hash.Hash ?? [])}）"));
        }

        private void Take(string name, CsvRecord record, OutputColumns columns, int[] at, IReadOnlySet<string> wanted)
        {
            rows++;
            if (unreadable.Count < MostFaults && !record.Closed)
            {
                unreadable.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {record.Line} 行目: 引用符が閉じていない"));
            }
            else if (unreadable.Count < MostFaults && record.Cells.Count != columns.Count)
            {
                unreadable.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {record.Line} 行目: {record.Cells.Count} 列（見出しは {columns.Count} 列）"));
            }

            if (kept.Count < MostKept && Array.Exists(at, column => column < record.Cells.Count && wanted.Contains(record.Cells[column])))
            {
                kept.Add(new OutputRow(string.Create(CultureInfo.InvariantCulture, $"{name} {record.Line} 行目"), columns.Values(record.Cells)));
            }
        }
    }
}
