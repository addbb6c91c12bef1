using Conformance.Drivers;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>What a person has, what was done about them before, and what is done with contents of its own.</summary>
[Binding]
public sealed class CaseSteps(Stage stage, Expectations expect)
{
    // Sent, but with nothing in it; an empty cell is not sent at all.
    private const string Blank = "（空）";

    [Given(@"^「([^」]+)」の「([^」]+)」が「([^」]*)」である$")]
    public void HasAValue(string alias, string item, string value)
    {
        var citizen = stage.Citizen(alias);
        citizen.Is(citizen.Person.With(item, stage.Text(citizen, item, value)));
    }

    [Given(@"^「([^」]+)」に次の内容がある$")]
    public void HasValues(string alias, DataTable contents)
    {
        foreach (var row in contents.Rows)
        {
            HasAValue(alias, row["項目"], row["値"]);
        }
    }

    [Given(@"^「([^」]+)」の「([^」]+)」が「([^」]+)」の「([^」]+)」である$")]
    public void HasTheValueOf(string alias, string item, string other, string otherItem) =>
        HasAValue(alias, item, stage.Citizen(other).Item(otherItem) ?? throw new PreparationException($"「{other}」 has no 「{otherItem}」."));

    [Given(@"^「([^」]+)」について「([^」]+)」が行われている$")]
    public Task WasDone(string alias, string exchange) => stage.RunsByItself(exchange)
        ? stage.LetRunAsync(stage.Citizen(alias), exchange, prepare: true)
        : PrepareAsync(alias, exchange, new Dictionary<string, string>());

    [Given(@"^「([^」]+)」について次の内容で「([^」]+)」が行われている$")]
    public Task WasDoneWith(string alias, string exchange, DataTable contents) => PrepareAsync(alias, exchange, Values(stage.Citizen(alias), contents));

    [Given(@"^(?:対照として|抑止のない)「([^」]+)」について「([^」]+)」が受け付けられる$")]
    public async Task TheControlHolds(string alias, string exchange)
    {
        var citizen = stage.Citizen(alias);
        var answer = await stage.ObserveAsync(new FunctionCall(exchange, stage.Items(exchange, citizen.Items, about: citizen)));
        stage.Keep(citizen, exchange, answer);
        if (answer.Outcome != Outcome.Accepted)
        {
            throw new PreparationException($"The positive control 「{exchange}」 of 「{alias}」 was not accepted: {Registry.Describe(answer)}");
        }
    }

    [When(@"^「([^」]+)」について次の内容で「([^」]+)」を行う$")]
    public async Task DoWith(string alias, string exchange, DataTable contents)
    {
        var citizen = stage.Citizen(alias);
        stage.DropFence();
        stage.Repeat(exchange, citizen);
        var values = Values(citizen, contents);
        citizen.Is(citizen.Person.With([.. values.Select(value => (value.Key, (string?)value.Value))]));
        var answer = await stage.PerformAsync(Call(exchange, citizen, values));
        stage.Keep(citizen, exchange, answer);
    }

    [When(@"^「([^」]+)」の「([^」]+)」を「([^」]*)」として「([^」]+)」を行う$")]
    public async Task DoAs(string alias, string item, string value, string exchange)
    {
        HasAValue(alias, item, value);
        var citizen = stage.Citizen(alias);
        stage.Keep(citizen, exchange, await stage.PerformAsync(Call(exchange, citizen, new Dictionary<string, string>())));
    }

    [Given(@"^「([^」]+)」が「([^」]+)」に当たる$")]
    public void IsTheCase(string alias, string name) => stage.MakeTheCase(stage.Citizen(alias), name);

    [When(@"^操作者(\d)が「([^」]+)」について「([^」]+)」を行う$")]
    public async Task DoAs(int @operator, string alias, string exchange)
    {
        var citizen = stage.Citizen(alias);
        if (@operator > stage.Setting.Operators.Count)
        {
            throw new NotOfferedException($"operators: {@operator}");
        }

        var items = stage.Items(exchange, citizen.Items, @operator - 1, citizen);
        stage.Repeat(exchange, citizen);
        stage.Keep(citizen, exchange, await stage.PerformAsync(new FunctionCall(exchange, items) { Operator = @operator - 1 }));
    }

    [When(@"^「([^」]+)」が行われる$")]
    public Task TheBatchRuns(string exchange) => stage.RunBatchAsync(exchange, prepare: false);

    [Given(@"^「([^」]+)」が行われている$")]
    public Task TheBatchRan(string exchange) => stage.RunBatchAsync(exchange, prepare: true);

    [When(@"^「([^」]+)」の期間が過ぎる$")]
    public Task TimePasses(string period) => stage.Setting.Target.Profile.Waits.TryGetValue(period, out var wait)
        // Not for something to become visible, but for as long as the target was told that it lasts.
        ? Task.Delay(wait + stage.Setting.SeeInterval, stage.Setting.Time, stage.Cancellation)
        : throw new NotOfferedException($"waits: {period}");

    [Then(Words.Blame + "答えの「([^」]+)」が「([^」]*)」である$")]
    public void TheAnswerIs(string item, string value)
    {
        Answered();
        var wanted = ItemTexts.Day(stage.Setting.Today, value);
        var read = stage.Last.Records.Count > 0 ? stage.Last.Records[0].GetValueOrDefault(item) : null;
        expect.That($"{item}: {wanted}", stage.Last.Outcome == Outcome.Accepted ? $"{item}: {read ?? "（無し）"}" : Registry.Describe(stage.Last),
            stage.Last.Outcome == Outcome.Accepted && ItemComparison.Same(stage.TypeOf(item), wanted, read));
    }

    [Then(Words.Blame + "答えの「([^」]+)」が「([^」]*)」でない$")]
    public void TheAnswerIsNot(string item, string value)
    {
        Answered();
        var read = stage.Last.Records.Count > 0 ? stage.Last.Records[0].GetValueOrDefault(item) : null;
        expect.That($"{item}が {value} でない", stage.Last.Outcome == Outcome.Accepted ? $"{item}: {read ?? "（無し）"}" : Registry.Describe(stage.Last), !ItemComparison.Same(stage.TypeOf(item), value, read));
    }

    [Then(Words.Blame + "答えに「([^」]+)」がある$")]
    public void TheAnswerHas(string item)
    {
        Answered();
        var read = stage.Last.Records.Count > 0 ? stage.Last.Records[0].GetValueOrDefault(item) : null;
        expect.That($"{item}がある", stage.Last.Outcome == Outcome.Accepted ? $"{item}: {read ?? "（無し）"}" : Registry.Describe(stage.Last), read is { Length: > 0 });
    }

    private async Task PrepareAsync(string alias, string exchange, IReadOnlyDictionary<string, string> contents)
    {
        var citizen = stage.Citizen(alias);
        citizen.Is(citizen.Person.With([.. contents.Select(value => (value.Key, (string?)value.Value))]));
        var answer = await stage.PrepareAsync(Call(exchange, citizen, contents));
        if (answer.Outcome != Outcome.Accepted)
        {
            throw new PreparationException($"「{exchange}」 of 「{alias}」 beforehand was not accepted: {Registry.Describe(answer)}");
        }

        stage.Keep(citizen, exchange, answer);
    }

    // What is said here wins over what the person has, and goes even where the exchange does not list it.
    private FunctionCall Call(string exchange, Citizen citizen, IReadOnlyDictionary<string, string> contents)
    {
        var items = stage.Items(exchange, citizen.Items, about: citizen);
        foreach (var (item, value) in contents)
        {
            if (value.Length > 0)
            {
                items[item] = value == Blank ? "" : value;
            }
            else
            {
                items.Remove(item);
            }
        }

        return new FunctionCall(exchange, items);
    }

    private Dictionary<string, string> Values(Citizen citizen, DataTable contents) =>
        contents.Rows.ToDictionary(row => row["項目"], row => stage.Text(citizen, row["項目"], row["値"]), StringComparer.Ordinal);

    private void Answered()
    {
        if (stage.Last.Outcome is Outcome.Failed or Outcome.NotOffered)
        {
            throw new PreparationException($"The target did not answer what was asked: {Registry.Describe(stage.Last)}");
        }
    }
}
