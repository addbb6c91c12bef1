using System.Globalization;
using Conformance.Drivers;
using Conformance.Spec;
using Conformance.Steps.Assertions;
using Conformance.Steps.Outputs;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>
/// データ出力: all data of the business in the layout of 基本データリスト. What is said of records is said of the scenario's own: of others nobody knows how they came about, and a value
/// that was let in wrongly is the fault of who let it in.
/// </summary>
[Binding]
public sealed partial class OutputSteps(Stage stage, Expectations expect) : IDisposable
{
    private readonly List<PutOutFile> fetched = [];
    private (RanBatch Of, PutOut What)? read;
    private Dictionary<string, long>? before;

    [Given("^出力されたデータの件数が数えられている$")]
    public async Task IsCounted() => before = (await ReadAsync()).Groups.ToDictionary(group => group.Name, group => group.Rows, StringComparer.Ordinal);

    [Then(Words.Blame + "出力されたデータに次のグループがある$")]
    public async Task HasGroups(DataTable groups)
    {
        var put = await ReadAsync();
        var missing = groups.Rows.Select(row => row["グループ"]).Where(name => put.Group(name).Files.Count == 0).ToList();
        expect.That("グループ " + string.Join("、", groups.Rows.Select(row => row["グループ"])),
            missing.Count == 0 ? "すべてある" : $"ない: {string.Join("、", missing)}{(put.Others.Count > 0 ? $"（グループの分からないファイル: {string.Join("、", put.Others)}）" : "")}", missing.Count == 0);
    }

    [Then(Words.Blame + "出力されたデータがUTF-8のCSVとして読める$")]
    public async Task IsReadable() => ExpectNone("UTF-8のCSV（見出しと同じ数の列）", (await ReadAsync()).Groups.SelectMany(group => group.Unreadable));

    [Then(Words.Blame + "出力されたデータの項目が基本データリストの並びである$")]
    public async Task HasTheLayout() => ExpectNone("見出しは基本データリストの順のローマ字またはデータ項目ID", (await ReadAsync()).Groups.SelectMany(group => group.Misplaced));

    [Then(Words.Blame + "出力されたデータに「([^」]+)」がある$")]
    public async Task IsThere(string alias)
    {
        var (citizen, put) = (stage.Citizen(alias), await ReadAsync());
        var found = Layout().Where(group => Rows(citizen, group, put).Count > 0).Select(group => group.Name).ToList();
        expect.That($"「{alias}」の記録がある", found.Count > 0 ? string.Join("、", found) : "どのグループにもない", found.Count > 0);
    }

    [Then(Words.Blame + "出力されたデータに「([^」]+)」がない$")]
    public async Task IsNotThere(string alias)
    {
        var (citizen, put) = (stage.Citizen(alias), await ReadAsync());

        // Not by the number that they brought along: that somebody was looked for, or refused, may be on record.
        var own = new OwnRows(Layout(), [], stage.Parts.Telling);
        var found = Layout().SelectMany(group => own.Of(citizen, group, put.Group(group.Name), stage.Altered)).Select(row => row.Place).ToList();
        expect.That($"「{alias}」の記録がない", found.Count == 0 ? "ない" : "ある: " + string.Join("、", found), found.Count == 0);
    }

    [Then(Words.Blame + "出力されたデータに「([^」]+)」の次の項目が登録したとおりある$")]
    public async Task HasTheItems(string alias, DataTable items)
    {
        var (citizen, put, faults, unknown) = (stage.Citizen(alias), await ReadAsync(), new List<string>(), new List<string>());
        foreach (var wanted in items.Rows.GroupBy(row => row["グループ"]))
        {
            var group = Group(wanted.Key);
            if (OwnRows.Newest(citizen, group, Rows(citizen, group, put)) is not { } row)
            {
                faults.Add($"{group.Name}: 「{alias}」の記録がない");
                continue;
            }

            foreach (var item in wanted.Select(cell => group.Items.First(item => item.Name == cell["項目"])))
            {
                if (citizen.Item(item.Name) is null && row[item.Romaji].Length > 0)
                {
                    unknown.Add(item.Name);
                }
                else if (Difference(citizen, group, item, row) is { } difference)
                {
                    faults.Add(difference);
                }
            }
        }

        // What only the target gives, such as a number, and it showed to nobody.
        if (faults.Count == 0 && unknown.Count > 0)
        {
            throw new PreparationException($"Nobody was told {string.Join("、", unknown.Distinct())} of 「{alias}」, so nothing can be said about what is put out of it.");
        }

        ExpectNone($"「{alias}」の登録した内容: {string.Join("、", items.Rows.GroupBy(row => row["グループ"]).Select(rows => $"{rows.Key}（{string.Join("、", rows.Select(row => row["項目"]))}）"))}", faults);
    }

    [Then(Words.Blame + "出力されたデータの「([^」]+)」の値が定められた形である$")]
    public async Task HasTheForm(string alias)
    {
        var (citizen, put, standard) = (stage.Citizen(alias), await ReadAsync(), stage.Setting.Standard);
        ExpectNone($"「{alias}」の記録の型、桁数、コード、必須", Layout().SelectMany(group => Rows(citizen, group, put).SelectMany(row => group.Items.SelectMany(item =>
            row[item.Romaji] is { Length: > 0 } value ? ItemForm.Faults(standard, item, value).Select(fault => $"{group.Name}: {fault}")
            : OutputCondition.IsRequired(standard, group, item, romaji => row[romaji]) == true ? [$"{group.Name}: {item.Name} が空（{item.OutputCondition}{(item.Condition.Length > 0 ? "、" + item.Condition : "")}）"] : []))).Distinct());
    }

    [Then(Words.Blame + "出力されたデータの「([^」]+)」の主キーが一意で、外部キーの指す先がある$")]
    public async Task HasSoundKeys(string alias)
    {
        var (citizen, put, faults) = (stage.Citizen(alias), await ReadAsync(), new List<string>());
        foreach (var group in Layout())
        {
            var rows = Rows(citizen, group, put);
            foreach (var same in rows.GroupBy(row => string.Join('、', group.Keys.Select(item => $"{item.Name} {row[item.Romaji]}"))))
            {
                if (same.Count() > 1)
                {
                    faults.Add($"{group.Name}: {same.Key} が {same.Count()} 件（{string.Join("、", same.Select(row => row.Place))}）");
                }

                faults.AddRange(group.Keys.Where(item => same.First()[item.Romaji].Length == 0).Select(item => $"{group.Name}: 主キーの{item.Name}が空"));
            }

            foreach (var item in group.References)
            {
                var pointed = rows.Select(row => row[item.Romaji]).Where(value => value.Length > 0).ToHashSet(StringComparer.Ordinal);
                faults.AddRange((await WithoutAsync(pointed, item, put)).Select(value => $"{group.Name}: {item.Name} {value} が{item.RefersTo}にない"));
            }
        }

        ExpectNone($"「{alias}」の主キーが一意で、外部キーの指す先がある", faults);
    }

    [Then(Words.Blame + "出力されたデータの「([^」]+)」に「([^」]+)」の「([^」]+)」が「([^」]+)」の順にある$")]
    public async Task HasTheHistory(string groupName, string alias, string item, string states)
    {
        var (citizen, group) = (stage.Citizen(alias), Group(groupName));
        var rows = OwnRows.InOrder(citizen, group, Rows(citizen, group, await ReadAsync()));
        var wanted = states.Split('、').Select(state => stage.Text(citizen, item, state)).ToList();
        var found = rows.Select(row => row[stage.Field(item)]).Aggregate(new List<string>(), (list, value) => list.Count > 0 && list[^1] == value ? list : [.. list, value]);
        expect.That($"{groupName}に{item}: {string.Join("→", wanted)}", found.Count == 0 ? $"「{alias}」の履歴がない" : string.Join("→", found), found.SequenceEqual(wanted));
    }

    [Then(Words.Blame + "出力されたデータの件数が次のとおり増えている$")]
    public async Task HasGrown(DataTable groups)
    {
        var (earlier, put) = (before ?? throw new PreparationException("Nothing was counted before."), await ReadAsync());
        var stated = Stated(put);
        var grown = groups.Rows.Select(row => (Group: row["グループ"], By: long.Parse(row["件数"], CultureInfo.InvariantCulture), Before: earlier[row["グループ"]], After: put.Group(row["グループ"]).Rows)).ToList();
        var wanted = string.Join("、", grown.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Group} {one.Before}+{one.By} 件")));
        var observed = string.Join("、", grown.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Group} {one.After} 件")));
        if (stated.Count == 0 && !stage.Setting.Target.Profile.Environment.Alone && grown.Exists(one => one.After != one.Before + one.By))
        {
            throw new SharedCountException($"Expected: {wanted} Observed: {observed}");
        }

        expect.That(wanted, string.Join("; ", stated.Prepend(observed)), stated.Count == 0 && grown.TrueForAll(one => one.After == one.Before + one.By));
    }

    /// <summary>Removes what was fetched: it holds everybody.</summary>
    public void Dispose()
    {
        foreach (var file in fetched.Concat(stage.Ran?.Answer?.Files ?? []))
        {
            file.Dispose();
        }

        fetched.Clear();
    }

    // Values that no record of the other group has. Those of the scenario's own are in memory; for any other the files are read once more.
    private async Task<IReadOnlyCollection<string>> WithoutAsync(HashSet<string> pointed, DataItem item, PutOut put)
    {
        pointed.ExceptWith(put.Group(item.RefersTo).Kept.Select(row => row[item.Romaji]));
        if (pointed.Count > 0)
        {
            var again = await Task.Run(() => Reader.Read(fetched, [item.Romaji], pointed, stage.Cancellation), stage.Cancellation);
            pointed.ExceptWith(again.Group(item.RefersTo).Kept.Select(row => row[item.Romaji]));
        }

        return pointed;
    }

    // What the target itself says that it put out, where it says so.
    private List<string> Stated(PutOut put) =>
    [
        .. (stage.Ran?.Answer?.Records ?? []).Where(record => record.GetValueOrDefault("グループ") is { Length: > 0 } && record.GetValueOrDefault("件数") is { Length: > 0 })
            .GroupBy(record => record["グループ"]!)
            .Select(records => (Group: records.Key, Said: records.Sum(record => long.TryParse(record["件数"], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : -1)))
            .Where(one => one.Said != put.Group(one.Group).Rows)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Group}は {one.Said} 件と答え、ファイルには {put.Group(one.Group).Rows} 件")),
    ];

    private static string? Difference(Citizen citizen, DataGroup group, DataItem item, OutputRow row)
    {
        var (registered, put) = (citizen.Item(item.Name) ?? "", row[item.Romaji]);
        return ItemComparison.Same(item.Type, registered, put) ? null
            : $"{group.Name}の{item.Name}: {(put.Length == 0 ? "（空）" : put)}（登録は {(registered.Length == 0 ? "（空）" : registered)}{(CharacterLoss.Of(registered, put) is { Length: > 0 } loss ? "。" + loss : "")}）";
    }

    private IReadOnlyList<DataGroup> Layout() =>
        stage.Contract(Source.Exchange) is { PutsOut.Count: > 0 } exchange ? [.. exchange.PutsOut.Select(name => stage.Setting.Standard.Group(name, exchange.LeavesOut))]
            : throw new PreparationException($"「{Source.Exchange}」 puts out no groups: contracts.yaml has no `puts-out:` for it.");

    private DataGroup Group(string name) => Layout().FirstOrDefault(group => group.Name == name) ?? throw new PreparationException($"「{Source.Exchange}」 does not put out the group 「{name}」.");

    private IReadOnlyList<OutputRow> Rows(Citizen citizen, DataGroup group, PutOut put) => Own.Of(citizen, group, put.Group(group.Name), stage.Altered);

    private OwnRows Own => new(Layout(), stage.Parts.Correlates, stage.Parts.Telling);

    private OutputSource Source => new(stage);

    private OutputReader Reader => new(Layout(), stage.Setting.Target.Profile.Outputs.GetValueOrDefault(Source.Exchange)?.Groups ?? new Dictionary<string, string>());

    // Once per output: everybody of the scenario is known by then.
    private async Task<PutOut> ReadAsync()
    {
        if (read is { } earlier && ReferenceEquals(earlier.Of, stage.Ran))
        {
            return earlier.What;
        }

        var (layout, own, source, reader) = (Layout(), Own, Source, Reader);
        var (finds, wanted) = (own.Finds, own.Wanted(stage.Everybody));
        var registered = stage.Everybody.Where(citizen => citizen.Known.Count > 0).ToList();
        async Task<PutOut> LookAsync()
        {
            fetched.ForEach(file => file.Dispose());
            fetched.Clear();
            fetched.AddRange(await source.FetchAsync());
            return await Task.Run(() => reader.Read(fetched, finds, wanted, stage.Cancellation), stage.Cancellation);
        }

        bool IsWhole(PutOut put) => !source.MayGrow || (put.Groups.All(group => group.Files.Count > 0) && registered.TrueForAll(citizen => layout.Any(group => own.Of(citizen, group, put.Group(group.Name)).Count > 0)));
        var (put, whole) = await stage.AwaitAsync(LookAsync, IsWhole);
        if (!whole && stage.Ran!.Before is { } before && OutputMark.Of(stage.Setting, source.Exchange) == before)
        {
            throw new ProfileMismatchException($"「{source.Exchange}」 has run, and nothing new was laid where the profile expects its files ({stage.Setting.Target.Profile.Outputs[source.Exchange].Place}). See folder, files and set under outputs, and whether the batch lays its files there.");
        }

        stage.Attach(stage.Setting.Evidence.WriteText(put.Summary()));
        read = (stage.Ran!, put);
        return put;
    }

    private void ExpectNone(string expected, IEnumerable<string> faults)
    {
        var told = faults.ToList();
        expect.That(expected, told.Count == 0 ? "そのとおり" : string.Join("; ", told.Take(10)) + (told.Count > 10 ? string.Create(CultureInfo.InvariantCulture, $"; ほか {told.Count - 10} 件") : ""), told.Count == 0);
    }
}
