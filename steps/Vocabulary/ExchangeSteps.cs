using Conformance.Drivers;
using Conformance.Fixtures;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>もし: what is asked of the target.</summary>
[Binding]
public sealed class ExchangeSteps(Stage stage, Registry registry)
{
    private Credential credential = Credential.Valid;

    [When(@"^「([^」]+)」について「([^」]+)」を行う$")]
    public async Task Do(string alias, string exchange)
    {
        var citizen = stage.Citizen(alias);
        if (credential == Credential.Valid && stage.RunsByItself(exchange))
        {
            stage.DropFence();
            stage.Repeat(exchange, citizen);
            await stage.LetRunAsync(citizen, exchange, prepare: false);
            return;
        }

        await DoWith(exchange, citizen, citizen.Items);
    }

    [When(@"^アクセストークンが(無い|失効した|発行されていない)状態で「([^」]+)」について「([^」]+)」を行う$")]
    public Task DoWithToken(string token, string alias, string exchange)
    {
        credential = token switch { "無い" => Credential.None, "失効した" => Credential.Expired, _ => Credential.Unknown };
        return Do(alias, exchange);
    }

    [When(@"^「([^」]+)」の「([^」]+)」を送らずに「([^」]+)」を行う$")]
    public Task DoWithout(string alias, string item, string exchange) =>
        DoAltered(alias, exchange, items => items.Remove(item));

    [When(@"^「([^」]+)」の「([^」]+)」を(?:ちょうど)?(\d+)文字にして「([^」]+)」を行う$")]
    public Task DoWithLength(string alias, string item, int length, string exchange) =>
        DoAltered(alias, exchange, items => items[item] = OfLength(item, items.GetValueOrDefault(item), length));

    [When(@"^「([^」]+)」の「([^」]+)」を(半角文字|全角文字)にして「([^」]+)」を行う$")]
    public Task DoWithWrongCharacters(string alias, string item, string characters, string exchange) =>
        DoAltered(alias, exchange, items => items[item] = ItemValues.WrongClass(stage.TypeOf(item), Math.Max(1, (items.GetValueOrDefault(item) ?? "").EnumerateRunes().Count()), stage.ScenarioId));

    [When(@"^「([^」]+)」の「([^」]+)」を「([^」]*)」にして「([^」]+)」を行う$")]
    public Task DoWithValue(string alias, string item, string value, string exchange) =>
        DoAltered(alias, exchange, items => items[item] = stage.Text(stage.Citizen(alias), item, value));

    [When(@"^「([^」]+)」の「([^」]+)」を「([^」]*)」にし「([^」]+)」を送らずに「([^」]+)」を行う$")]
    public Task DoWithValueAndWithout(string alias, string item, string value, string without, string exchange) =>
        DoAltered(alias, exchange, items =>
        {
            items[item] = value;
            items.Remove(without);
        });

    [When(@"^「([^」]+)」の住所を変えて「([^」]+)」を行う$")]
    public Task Move(string alias, string exchange) => MoveBy(1, alias, exchange);

    [When(@"^操作者(\d)が「([^」]+)」の住所を変えて「([^」]+)」を行う$")]
    public async Task MoveBy(int @operator, string alias, string exchange)
    {
        var citizen = stage.Citizen(alias);
        var moved = stage.Setting.People.Moved(citizen.Person, citizen.States.Count);
        stage.DropFence();
        await stage.PerformAsync(registry.Call(exchange, citizen, moved.Items, @operator - 1));
        citizen.Became(moved);
    }

    [When(@"^「([^」]+)」の「([^」]+)」だけを変えて「([^」]+)」を行う$")]
    public async Task ChangeOne(string alias, string item, string exchange)
    {
        var citizen = stage.Citizen(alias);
        var changed = citizen.Person.Items.ContainsKey(item)
            ? stage.Setting.People.NearMiss(citizen.Person, item, alias).With("個人番号", citizen.Person["個人番号"])
            : citizen.Person.With(item, FirstValue(item));
        await stage.PerformAsync(registry.Call(exchange, citizen, changed.Items));
        citizen.Became(changed);
    }

    [When(@"^「([^」]+)」の基本４情報で「([^」]+)」を行う$")]
    public Task InquireBasic(string alias, string exchange) => InquireBy(1, alias, exchange);

    [When(@"^操作者(\d)が「([^」]+)」の基本４情報で「([^」]+)」を行う$")]
    public Task InquireBy(int @operator, string alias, string exchange) =>
        InquireAsync(exchange, registry.Inquire(stage.Citizen(alias).Items, Registry.BasicItems, @operator: @operator - 1));

    [When(@"^「([^」]+)」の変更前の基本４情報で「([^」]+)」を行う$")]
    public Task InquirePast(string alias, string exchange) =>
        InquireAsync(exchange, registry.Inquire(stage.Citizen(alias).PreviousItems, Registry.BasicItems));

    [When(@"^(登録した|別の)業務が「([^」]+)」の基本４情報で「([^」]+)」を行う$")]
    public Task InquireForBusiness(string which, string alias, string exchange) =>
        InquireAsync(exchange, registry.Inquire(stage.Citizen(alias).Items, Registry.BasicItems, which == "別の" ? stage.Setting.OtherBusiness : stage.Setting.Business));

    [When(@"^「([^」]+)」の次の条件で「([^」]+)」を行う$")]
    public Task InquireWith(string alias, string exchange, DataTable conditions)
    {
        var items = stage.Citizen(alias).Items;
        return InquireAsync(exchange, registry.InquireWith([.. conditions.Rows.Select(row =>
            new SearchCondition(row["項目"], Part(items.GetValueOrDefault(row["項目"], ""), row["値"]), row["一致"] == "部分一致" ? SearchMatch.Partial : SearchMatch.Exact))]));
    }

    [When(@"^([^「」\d]+)(\d+)人について続けて「([^」]+)」を行う$")]
    public async Task DoInTurn(string word, int count, string exchange)
    {
        stage.RequireWord(word);
        foreach (var i in Enumerable.Range(1, count))
        {
            var citizen = stage.Create($"人{i}");
            await stage.PerformAsync(new FunctionCall(exchange, stage.Items(exchange, citizen.Items)));
            Note(citizen, stage.Last);
        }
    }

    [When(@"^([^「」\d]+)(\d+)人について同時に「([^」]+)」を行う$")]
    public async Task DoTogether(string word, int count, string exchange)
    {
        stage.RequireWord(word);
        var people = Enumerable.Range(1, count).Select(i => stage.Create($"人{i}")).ToList();
        var answers = await stage.PerformTogetherAsync([.. people.Select(citizen => new FunctionCall(exchange, stage.Items(exchange, citizen.Items)))]);
        foreach (var (citizen, answer) in people.Zip(answers))
        {
            Note(citizen, answer);
        }
    }

    [When(@"^「([^」]+)」を「([^」]+)」に「([^」]+)」する$")]
    [When(@"^「([^」]+)」の「([^」]+)」への「([^」]+)」をする$")]
    public Task Link(string source, string main, string exchange)
    {
        var (from, to) = (stage.Citizen(source), stage.Citizen(main));
        return stage.PerformAsync(registry.Call(exchange, from, PeopleSteps.Link(from, to)));
    }

    private void Note(Citizen citizen, Observation answer)
    {
        var number = Registry.NumberOf(answer);
        stage.Numbers.Add(number);
        if (number is not null)
        {
            stage.Gave(citizen, number);
        }
    }

    private async Task InquireAsync(string exchange, FunctionCall call) => await stage.PerformAsync(call with { Exchange = exchange });

    private Task DoAltered(string alias, string exchange, Action<Dictionary<string, string>> alter)
    {
        var citizen = stage.Citizen(alias);
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (item, value) in stage.Items(exchange, citizen.Items, about: citizen))
        {
            items[item] = value ?? "";
        }

        alter(items);
        return DoWith(exchange, citizen, items, altered: true);
    }

    private async Task DoWith(string exchange, Citizen citizen, IReadOnlyDictionary<string, string> items, bool altered = false)
    {
        stage.DropFence();
        var all = altered
            ? items.ToDictionary(item => item.Key, item => (string?)item.Value, StringComparer.Ordinal)
            : stage.Items(exchange, items, about: citizen);
        if (citizen.Number is { } known)
        {
            all[stage.Duties.NumberItem] = known;
        }

        stage.Repeat(exchange, citizen);
        var answer = await stage.PerformAsync(new FunctionCall(exchange, all) { Credential = credential });
        stage.Keep(citizen, exchange, answer);
        if (altered)
        {
            stage.Altered = [.. citizen.Items.Keys.Union(all.Keys).Where(item => (citizen.Items.GetValueOrDefault(item) ?? "") != (all.GetValueOrDefault(item) ?? ""))];
            citizen.Became(citizen.Person.With([.. all.Where(item => citizen.Items.ContainsKey(item.Key) || MaintainedByPerson(exchange, item.Key)).Select(item => (item.Key, item.Value))]));
        }

        // What a core system answers may be candidates; its own numbers come from its neighbour. An exchange that says what a
        // person keeps of its answer tells whether that is a number; a list of others is none.
        if (stage.Duties.GivesNumbers && stage.Gives(exchange) && Registry.NumberOf(answer) is { } number)
        {
            stage.Numbers.Add(number);
            stage.Gave(citizen, number);
        }
    }

    // What says who operates and how is not part of the person.
    private bool MaintainedByPerson(string exchange, string item) =>
        !stage.Contract(exchange).Defaults.ContainsKey(item) && !stage.Contract(exchange).Keeps.Contains(item) && item is not "宛名番号" and not "名寄せ先宛名番号";

    private string FirstValue(string item) =>
        item == "生年月日" ? "1990-01-31" : stage.TypeOf(item) == "Ｎ" ? "追加" : "1";

    private string OfLength(string item, string? value, int length)
    {
        // The person's own value is kept in front, so that the person stays recognisable.
        var padding = ItemValues.AtLength(stage.TypeOf(item) == "Ｎ" ? "Ｎ" : "9", length, stage.ScenarioId, item.EndsWith("フリガナ", StringComparison.Ordinal));
        return (value is { Length: > 0 } own && own.Length < length ? own + padding[own.Length..] : padding)[..length];
    }

    // All but one character, so that few others are found with it.
    private static string Part(string value, string part) => value.Length < 3 ? value : part switch
    {
        "先頭" => value[..^1],
        "途中" => value[1..^1],
        "末尾" => value[1..],
        _ => value,
    };
}
