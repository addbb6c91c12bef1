using System.Text;
using Conformance.Mocks;
using Conformance.Spec.Csv;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about files that the target puts into the object storage for other businesses: <c>連携ID/時刻_番号.csv</c>.</summary>
[Binding]
public sealed class FileSteps(Stage stage, Expectations expect)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] TellingItems = ["宛名番号", "認定番号", "個人番号", "口座番号"];
    private (string Key, byte[] Content)? file;

    private ObjectStore Objects => stage.Neighbours("オブジェクトストレージ").Objects;

    [Then(Words.Blame + "連携「([^」]+)」のファイルに「([^」]+)」が出力されている$")]
    public async Task IsInAFile(string linkage, string alias)
    {
        var telling = Telling(stage.Citizen(alias));
        var (found, seen) = await stage.AwaitAsync(() => Task.FromResult(Find(linkage, telling)), candidate => candidate is not null);
        file = found;
        if (found is { } written)
        {
            stage.Attach(stage.Setting.Evidence.WriteDocument(new Drivers.Document(written.Key, "text/csv", written.Content)));
        }

        expect.That($"{linkage}/ のファイルに「{alias}」（{telling}）", found is { } there ? there.Key : $"{Objects.List(linkage + "/").Count} 個のファイルのどれにもない", seen);
    }

    [Then(Words.Blame + "連携「([^」]+)」のファイルが定められた形である$")]
    public void HasTheForm(string linkage)
    {
        var (key, content) = Written();
        var faults = new List<string>();
        try
        {
            var table = Table(content);
            faults.AddRange(Required(linkage).Where(item => !table.Header.Contains(stage.Field(item))).Select(item => $"{item}（{stage.Field(item)}）の列がない"));
            faults.AddRange(table.Rows.SelectMany(row => Faults(linkage, row)).Distinct().Take(10));
        }
        catch (DecoderFallbackException)
        {
            faults.Add("UTF-8 でない");
        }
        catch (Conformance.Spec.BadInputException e)
        {
            faults.Add(e.Problems[0].Fact);
        }

        expect.That($"{linkage} の形（UTF-8、見出し、データ型、桁数、コード）", faults.Count == 0 ? $"{key}: そのとおり" : string.Join("; ", faults), faults.Count == 0);
    }

    [Then(Words.Blame + "連携「([^」]+)」のファイルの「([^」]+)」の次の項目が正しい$")]
    public void HasTheItems(string linkage, string alias, DataTable items)
    {
        var citizen = stage.Citizen(alias);
        var row = Table(Written().Content).Rows.FirstOrDefault(candidate => candidate.Cells.Values.Contains(Telling(citizen)));
        var wanted = items.Rows.Select(cell => cell["項目"]).ToDictionary(item => item, item => citizen.Item(item) ?? "", StringComparer.Ordinal);
        var wrong = wanted.Where(item => !ItemComparison.Same(stage.TypeOf(item.Key), item.Value, row?[stage.Field(item.Key)])).ToList();
        expect.That(string.Join("; ", wanted.Select(item => $"{item.Key}: {item.Value}")), wrong.Count == 0 ? "そのとおり" : string.Join("; ", wrong.Select(item => $"{item.Key}: {row?[stage.Field(item.Key)] ?? "（行がない）"}")), wrong.Count == 0);
    }

    private (string Key, byte[] Content) Written() => file ?? throw new PreparationException("No file was found before this step.");

    private static CsvTable Table(byte[] content) => CsvTable.Parse(Strict.GetString(content).TrimStart((char)0xFEFF), "csv", [], []);

    private IEnumerable<string> Required(string linkage) =>
        stage.Setting.Standard.Linkages.FirstOrDefault(known => known.Id == linkage)?.Items.Select(id => stage.Setting.Standard.Items.FirstOrDefault(item => item.Id == id)?.Name ?? id) ?? [];

    private IEnumerable<string> Faults(string linkage, CsvRow row)
    {
        // Several groups have an item of the same ローマ字; the linkage says whose it is.
        var carried = Required(linkage).ToHashSet(StringComparer.Ordinal);
        foreach (var item in stage.Setting.Standard.Items.Where(item => (carried.Count == 0 || carried.Contains(item.Name)) && row.Cells.GetValueOrDefault(item.Romaji) is { Length: > 0 }))
        {
            var value = row[item.Romaji];
            if (int.TryParse(item.Length, out var length) && value.EnumerateRunes().Count() > length)
            {
                yield return $"{item.Name} は {length} 桁まで: {value}";
            }

            if (item.Type == "DATE" && !DateOnly.TryParseExact(value, "yyyy-MM-dd", out _))
            {
                yield return $"{item.Name} は日付 YYYY-MM-DD: {value}";
            }

            if (item.Type == "9" && !value.All(char.IsAsciiDigit))
            {
                yield return $"{item.Name} は数字: {value}";
            }

            if (stage.Setting.Standard.Codes.FirstOrDefault(list => list.Id == item.Code) is { } codes && !codes.Values.ContainsKey(value))
            {
                yield return $"{item.Name} はコード {codes.Name}: {value}";
            }
        }
    }

    // By what nobody else has.
    private static string Telling(Citizen citizen) =>
        TellingItems.Select(citizen.Item).FirstOrDefault(value => value is { Length: > 0 })
        ?? throw new PreparationException($"「{citizen.Alias}」 has no number by which a file would show them.");

    private (string Key, byte[] Content)? Find(string linkage, string telling)
    {
        foreach (var stored in Objects.List(linkage + "/").Reverse())
        {
            if (Objects.Get(stored.Key) is { } content && Encoding.UTF8.GetString(content.Span).Contains(telling, StringComparison.Ordinal))
            {
                return (stored.Key, content.ToArray());
            }
        }

        return null;
    }
}
