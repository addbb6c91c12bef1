using Conformance.Drivers;
using Conformance.Steps.Assertions;
using Conformance.Steps.Documents;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about a function that must not be there: every surface is searched, and what is said names surfaces and confidence.</summary>
[Binding]
public sealed class AbsenceSteps(Stage stage, Expectations expect)
{
    // More than so many combinations of settings are tried pairwise.
    private const int WholeCombinations = 16;

    private const int GapsTold = 5;

    private string Where => stage.Surface == "ui" ? "画面" : "APIの記述";

    [Given(@"^探す面に対照の言葉が見つかる$")]
    public async Task TheControlIsFound(DataTable words)
    {
        var places = (await SearchAsync()).Places;
        var missing = Words(words).Where(word => !places.Any(place => place.Finds(word) is not null)).ToList();
        if (missing.Count > 0)
        {
            throw new PreparationException($"The search of {places.Count} places ({Where}) does not even find {string.Join(", ", missing)}, which is there: it says nothing about what is not.");
        }
    }

    [Then(Vocabulary.Words.Blame + "次の言葉の機能がどの面にもない$")]
    public async Task IsNowhere(DataTable words)
    {
        var search = await SearchAsync();
        Show(search);
        var found = Words(words).SelectMany(word => search.Places.Select(place => (word, place, text: place.Finds(word)))).Where(hit => hit.text is not null).ToList();

        // What was found is there, however much was not seen; what was not found is absent only where everything was.
        if (found.Count == 0 && Gaps(search) is { Count: > 0 } gaps)
        {
            throw new PreparationException($"The search ({Where}) saw {search.Places.Count} places and not all there is: {string.Join("; ", gaps.Take(GapsTold))}.");
        }

        expect.That($"「{string.Join("」「", Words(words))}」の機能がない",
            found.Count == 0 ? $"{Told(search)}のどこにもない（対照は見つかった。確度: {(stage.Surface == "ui" ? "中、画面のリンク・メニュー・ボタンで届くところだけ" : "中、製品が記述するものだけ")}）" : string.Join("; ", found.Take(5).Select(hit => $"{hit.place.Name} に「{hit.text}」")), found.Count == 0);
    }

    [Then(Vocabulary.Words.Blame + "次の呼出しのどれにも応じない$")]
    public async Task AnswersNoProbe(DataTable probes)
    {
        var api = stage.Setting.Target.Api ?? throw new NotOfferedException("api");
        var answered = new List<string>();
        var unclear = new List<string>();
        foreach (var probe in probes.Rows.Select(row => row["呼出し"]))
        {
            var parts = probe.Split(' ', 2);
            var answer = await api.ProbeAsync(parts[0], parts[1], stage.Cancellation);
            (answer.Result switch { ProbeResult.Answered => answered, ProbeResult.Unclear => unclear, _ => [] }).Add($"{probe} に {answer.Told}");
        }

        if (answered.Count == 0 && unclear.Count > 0)
        {
            throw new PreparationException($"Probes were answered in a way that says nothing: {string.Join("; ", unclear)}");
        }

        expect.That("どれにも応じない（404 または 405）", answered.Count == 0 ? $"{probes.RowCount} 件のどれにも応じない" : string.Join("; ", answered), answered.Count == 0);
    }

    [Then(Vocabulary.Words.Blame + "見つかったどの設定の下でも、「([^」]+)」について「([^」]+)」を行うと「[^」]+」の次の項目が(出力されない|出力される)$")]
    public async Task UnderEverySetting(string alias, string exchange, string outcome, DataTable items)
    {
        var citizen = stage.Citizen(alias);
        var wrong = new List<string>();
        var tried = new List<string>();
        await foreach (var setting in SettingsAsync())
        {
            tried.Add(setting);
            var output = await OutputAsync(citizen, exchange);
            wrong.AddRange(items.Rows.Select(row => row["項目"]).Where(item => citizen.Item(item) is { Length: > 0 } value
                && output.Contains(PdfText.Squeezed(value), StringComparison.Ordinal) != (outcome == "出力される")).Select(item => $"{setting}: {item} {citizen.Item(item)} が{(outcome == "出力される" ? "ない" : "ある")}"));
        }

        expect.That($"どの設定の下でも {string.Join("、", items.Rows.Select(row => row["項目"]))} が{outcome}",
            wrong.Count == 0 ? $"設定 {tried.Count} 通りのどの下でもそのとおり: {string.Join(" / ", tried)}（確度: {(tried.Count > 1 ? "高" : "低、設定を変えられない")}）" : string.Join("; ", wrong), wrong.Count == 0);
    }

    /// <summary>The settings as they are, and then combinations of the options that the product tells of; what was there comes back.</summary>
    private async IAsyncEnumerable<string> SettingsAsync()
    {
        yield return "今の設定";
        var exchanges = stage.Setting.Role.Duties.GetValueOrDefault("settings") ?? [];
        if (!stage.Setting.Target.Profile.Environment.MayChangeSettings || exchanges.Count < 2 || !exchanges.All(stage.Setting.Offers))
        {
            yield break;
        }

        var current = await stage.PrepareAsync(new FunctionCall(exchanges[0], new Dictionary<string, string?>()));
        var was = (current.Records.Count > 0 ? current.Records[0] : new Dictionary<string, string?>()).ToDictionary(item => item.Key, item => item.Value ?? "", StringComparer.Ordinal);
        var options = await OptionsAsync(exchanges[1]);
        var known = was.Keys.Where(item => options.GetValueOrDefault(item) is { Count: > 1 }).ToDictionary(item => item, item => options[item], StringComparer.Ordinal);
        var now = new Dictionary<string, string>(was, StringComparer.Ordinal);
        var entries = new Dictionary<string, SettingsJournal.Changed?>(StringComparer.Ordinal);
        try
        {
            foreach (var combination in SettingCombinations.Of(known, WholeCombinations).Where(combination => combination.Any(item => was[item.Key] != item.Value)))
            {
                foreach (var (item, value) in combination.Where(item => now[item.Key] != item.Value))
                {
                    entries.TryAdd(item, stage.Setting.SettingsJournal?.Before(exchanges[1], item, was[item]));
                    await SetAsync(exchanges[1], item, value);
                    now[item] = value;
                }

                yield return string.Join("、", combination.Where(item => was[item.Key] != item.Value).Select(item => $"{item.Key} = {item.Value}"));
            }
        }
        finally
        {
            foreach (var (item, entry) in entries)
            {
                await SetAsync(exchanges[1], item, was[item]);
                stage.Setting.SettingsJournal?.Restored(entry);
            }
        }
    }

    /// <summary>Setting to the values that the product shows for it: in its description, else on the screen where it is set.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OptionsAsync(string exchange)
    {
        var options = stage.Setting.Target.Api is { } api ? await api.OptionsAsync(exchange, stage.Cancellation) : new Dictionary<string, IReadOnlyList<string>>();
        return options.Count > 0 || stage.Surface != "ui" ? options
            : (await SearchAsync()).Places.SelectMany(place => place.Options).GroupBy(option => option.Key).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
    }

    private async Task SetAsync(string exchange, string item, string value)
    {
        var answer = await stage.PrepareAsync(new FunctionCall(exchange, new Dictionary<string, string?> { [item] = value }));
        if (answer.Outcome != Outcome.Accepted)
        {
            throw new PreparationException($"The setting {item} = {value} was not accepted: {Registry.Describe(answer)}");
        }
    }

    private async Task<string> OutputAsync(Citizen citizen, string exchange)
    {
        // One after the other where it takes several, such as issuing and fetching; what the last puts out is searched.
        var answer = new Observation { Outcome = Outcome.NotOffered };
        foreach (var name in exchange.Split('、'))
        {
            answer = await stage.ObserveAsync(new FunctionCall(name, stage.Items(name, citizen.Items, about: citizen)));
            stage.Keep(citizen, name, answer);
            if (answer.Outcome != Outcome.Accepted)
            {
                throw new PreparationException($"「{name}」, whose output is searched, was not accepted: {Registry.Describe(answer)}");
            }
        }

        var document = answer.Documents.Count > 0 ? answer.Documents[0] : null;
        return PdfText.Squeezed(document is null ? string.Join(' ', answer.Records.SelectMany(record => record.Values)) : await PdfText.OfAsync(document, stage.Cancellation));
    }

    private void Show(SurfaceSearch search)
    {
        stage.Attach(stage.Setting.Evidence.WriteText($"探した面: {Told(search)}\n" + string.Join('\n', Gaps(search).Select(gap => "見ていない: " + gap)
            .Concat(search.Places.Select(place => $"{place.Name}: {string.Join(" | ", place.Texts.Where(text => text.Length > 0).Distinct())}")))));
        foreach (var picture in search.Places.Select(place => place.Picture).OfType<byte[]>())
        {
            stage.Attach(stage.Setting.Evidence.WritePicture(picture));
        }
    }

    private string Told(SurfaceSearch search) => $"{Where} {search.Places.Count} か所"
        + (search.Users > 0 ? $"（操作者 {search.Users} 人{(search.Pressed > 0 ? $"、押したもの {search.Pressed}" : "")}{(search.Withheld > 0 ? $"、送らせなかった要求 {search.Withheld}" : "")}）" : "");

    private List<string> Gaps(SurfaceSearch search) =>
    [
        .. search.Places.Count == 0 ? new[] { "何も見えない" } : [],
        .. search.Gaps,
        .. stage.Surface == "api" ? Undescribed(search.Places).Select(operation => $"記述に {operation} がない（使っているので、ある）") : [],
    ];

    // A description that does not name what the harness itself uses is not whole.
    private IEnumerable<string> Undescribed(IReadOnlyList<SearchedPlace> places) =>
        (stage.Setting.Target.Api?.Operations ?? []).Where(operation => stage.Setting.Role.Exchanges.ContainsKey(operation.Exchange) && !places.Any(place => PathShape.Same(operation.Path, place.Path)))
            .Select(operation => $"{operation.Method} {operation.Path}").Distinct();

    private Task<SurfaceSearch> SearchAsync() => stage.Setting.Surfaces.OfAsync(stage.Surface, stage.Cancellation);

    private static List<string> Words(DataTable words) => [.. words.Rows.Select(row => row["言葉"])];
}
