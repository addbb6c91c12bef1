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
    private (string Key, byte[] Content)? file;

    private ObjectStore Objects => stage.Neighbours(ObjectStore.Called).Objects;

    [Then(Words.Blame + "連携「([^」]+)」のファイルに「([^」]+)」が出力されている$")]
    public async Task IsInAFile(string linkage, string alias)
    {
        var telling = Telling(linkage, stage.Citizen(alias));
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
            faults.AddRange(Named(linkage).Where(item => !table.Header.Contains(item.Romaji)).Select(item => $"{item.Name}（{item.Romaji}）の列がない"));
            faults.AddRange(table.Rows.SelectMany(row => ItemForm.Faults(stage.Setting.Standard, linkage, row.Cells.ToDictionary(cell => cell.Key, cell => (string?)cell.Value))).Distinct().Take(10));
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
        var row = Table(Written().Content).Rows.FirstOrDefault(candidate => candidate.Cells.Values.Contains(Telling(linkage, citizen)));
        var wanted = items.Rows.Select(cell => cell["項目"]).ToDictionary(item => item, item => citizen.Item(item) ?? "", StringComparer.Ordinal);
        var wrong = wanted.Where(item => !ItemComparison.Same(stage.TypeOf(item.Key), item.Value, row?[stage.Field(item.Key)])).ToList();
        expect.That(string.Join("; ", wanted.Select(item => $"{item.Key}: {item.Value}")), wrong.Count == 0 ? "そのとおり" : string.Join("; ", wrong.Select(item => $"{item.Key}: {row?[stage.Field(item.Key)] ?? "（行がない）"}")), wrong.Count == 0);
    }

    [Then(Words.Blame + "連携「([^」]+)」のファイルに「([^」]+)」が一度だけ出力されている$")]
    public void IsThereOnce(string linkage, string alias)
    {
        var telling = Telling(linkage, stage.Citizen(alias));
        _ = Written();
        var lines = All(linkage, telling).Sum(content => Table(content).Rows.Count(row => row.Cells.Values.Contains(telling)));
        expect.That($"{linkage}/ のファイルに「{alias}」（{telling}）が一度だけ", $"{lines} 行", lines == 1);
    }

    // The columns of a linkage that the standard has; none where it does not say.
    private IEnumerable<Conformance.Spec.DataItem> Named(string linkage) =>
        stage.Setting.Standard.Linkages.Any(known => known.Id == linkage) ? ItemForm.Carried(stage.Setting.Standard, linkage) : [];

    // Those only that have somebody: what the others hold is not this scenario's.
    private IEnumerable<byte[]> All(string linkage, string telling) => Objects.List(linkage + "/").Select(stored => Objects.Get(stored.Key))
        .Where(content => content is { } there && Encoding.UTF8.GetString(there.Span).Contains(telling, StringComparison.Ordinal)).Select(content => content!.Value.ToArray());

    private (string Key, byte[] Content) Written() => file ?? throw new PreparationException("No file was found before this step.");

    private static CsvTable Table(byte[] content) => CsvTable.Parse(Strict.GetString(content).TrimStart((char)0xFEFF), "csv", [], []);

    // By what nobody else has.
    private string Telling(string linkage, Citizen citizen)
    {
        var carried = ItemForm.Carried(stage.Setting.Standard, linkage).Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        return stage.Parts.Correlates.Where(carried.Contains).Select(citizen.Item).FirstOrDefault(value => value is { Length: > 0 })
            ?? throw new PreparationException($"「{citizen.Alias}」 has no number by which a file of {linkage} would show them.");
    }

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
