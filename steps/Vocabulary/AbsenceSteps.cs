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
    private string Where => stage.Surface == "ui" ? "画面" : "APIの記述";

    [Given(@"^探す面に対照の言葉が見つかる$")]
    public async Task TheControlIsFound(DataTable words)
    {
        var places = await PlacesAsync();
        var missing = Words(words).Where(word => !places.Any(place => place.Finds(word) is not null)).ToList();
        if (missing.Count > 0)
        {
            throw new PreparationException($"The search of {places.Count} places ({Where}) does not even find {string.Join(", ", missing)}, which is there: it says nothing about what is not.");
        }
    }

    [Then(Vocabulary.Words.Blame + "次の言葉の機能がどの面にもない$")]
    public async Task IsNowhere(DataTable words)
    {
        var places = await PlacesAsync();
        if (places.Count == 0)
        {
            throw new PreparationException($"The search ({Where}) saw nothing at all.");
        }

        if (stage.Surface == "api" && Undescribed(places) is { Count: > 0 } missing)
        {
            throw new PreparationException($"The product's description of its API lacks {string.Join(", ", missing)}, which is there: what else is not in it says nothing.");
        }

        stage.Attach(stage.Setting.Evidence.WriteText($"探した面: {Where} {places.Count} か所\n" + string.Join('\n', places.Select(place => $"{place.Name}: {string.Join(" | ", place.Texts.Where(text => text.Length > 0).Distinct())}"))));
        var found = Words(words).SelectMany(word => places.Select(place => (word, place, text: place.Finds(word)))).Where(hit => hit.text is not null).ToList();
        expect.That($"「{string.Join("」「", Words(words))}」の機能がない",
            found.Count == 0 ? $"{Where} {places.Count} か所のどこにもない（対照は見つかった。確度: {(stage.Surface == "ui" ? "中、リンクで届く画面だけ" : "中、製品が記述するものだけ")}）" : string.Join("; ", found.Take(5).Select(hit => $"{hit.place.Name} に「{hit.text}」")), found.Count == 0);
    }

    [Then(Vocabulary.Words.Blame + "次の呼出しのどれにも応じない$")]
    public async Task AnswersNoProbe(DataTable probes)
    {
        var api = stage.Setting.Target.Api ?? throw new NotOfferedException("api");
        var answered = new List<string>();
        foreach (var probe in probes.Rows.Select(row => row["呼出し"]))
        {
            var parts = probe.Split(' ', 2);
            var status = await api.ProbeAsync(parts[0], parts[1], stage.Cancellation);
            if (status is 401 or >= 500)
            {
                throw new PreparationException($"The probe {probe} was answered {status}, which says nothing.");
            }

            if (status is not (404 or 405))
            {
                answered.Add($"{probe} に {status}");
            }
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

    /// <summary>The settings as they are, and then each option that the product tells of, one at a time; what was there comes back.</summary>
    private async IAsyncEnumerable<string> SettingsAsync()
    {
        yield return "今の設定";
        var exchanges = stage.Setting.Role.Duties.GetValueOrDefault("settings") ?? [];
        if (!stage.Setting.Target.Profile.Environment.MayChangeSettings || exchanges.Count < 2 || !exchanges.All(stage.Setting.Offers))
        {
            yield break;
        }

        var current = await stage.PrepareAsync(new FunctionCall(exchanges[0], new Dictionary<string, string?>()));
        var options = stage.Setting.Target.Api is { } api ? await api.OptionsAsync(exchanges[1], stage.Cancellation) : new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (item, was) in current.Records.Count > 0 ? current.Records[0] : new Dictionary<string, string?>())
        {
            foreach (var option in (options.GetValueOrDefault(item) ?? []).Where(option => option != was))
            {
                var entry = stage.Setting.SettingsJournal?.Before(exchanges[1], item, was ?? "");
                await SetAsync(exchanges[1], item, option);
                try
                {
                    yield return $"{item} = {option}";
                }
                finally
                {
                    await SetAsync(exchanges[1], item, was ?? "");
                    stage.Setting.SettingsJournal?.Restored(entry);
                }
            }
        }
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

    // A description that does not name what the harness itself uses is not whole.
    private List<string> Undescribed(IReadOnlyList<SearchedPlace> places) =>
    [
        .. (stage.Setting.Target.Api?.Operations ?? []).Where(operation => stage.Setting.Role.Exchanges.ContainsKey(operation.Exchange) && !places.Any(place => PathShape.Same(operation.Path, place.Path)))
            .Select(operation => $"{operation.Method} {operation.Path}").Distinct(),
    ];

    private Task<IReadOnlyList<SearchedPlace>> PlacesAsync() => stage.Setting.Surfaces.OfAsync(stage.Surface, stage.Cancellation);

    private static List<string> Words(DataTable words) => [.. words.Rows.Select(row => row["言葉"])];
}
