using Conformance.Drivers;
using Conformance.Fixtures;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>前提: the people of a scenario, and what was done about them before.</summary>
[Binding]
public sealed class PeopleSteps(Stage stage, Registry registry)
{
    [Given(@"^(?!元住民)([^「」]+)「([^」]+)」(?:（([^）]+)）)?がいる$")]
    public void APersonExists(string word, string alias, string traits)
    {
        stage.RequireWord(word);
        stage.Create(alias, (traits ?? "").Split('、', StringSplitOptions.RemoveEmptyEntries));
    }

    [Given(@"^([^「」]*[^「」にと])「([^」]+)」が登録されている$")]
    public Task APersonIsRegistered(string word, string alias)
    {
        stage.RequireWord(word);
        return registry.RegisterAsync(stage.Create(alias));
    }

    [Given(@"^([^「」]*[^「」にと])「([^」]+)」が他業務参照不可で登録されている$")]
    public Task APersonIsRegisteredHidden(string word, string alias)
    {
        stage.RequireWord(word);
        return registry.RegisterAsync(stage.Create(alias), new Dictionary<string, string> { ["他業務参照不可フラグ"] = "1" });
    }

    [Given(@"^「([^」]+)」と同じ基本４情報の「([^」]+)」が登録されている$")]
    public Task ATwinIsRegistered(string alias, string twin) => registry.RegisterAsync(stage.Add(Twin(alias, twin)));

    [Given(@"^「([^」]+)」と「([^」]+)」だけが違う「([^」]+)」が登録されている$")]
    public Task ANearMissIsRegistered(string alias, string item, string near) =>
        registry.RegisterAsync(stage.Add(new Citizen(near, stage.Setting.People.NearMiss(stage.Citizen(alias).Person, item, near))));

    [Given(@"^「([^」]+)」の住所が変更されている$")]
    public Task TheAddressHasChanged(string alias)
    {
        var citizen = stage.Citizen(alias);
        return registry.ChangeAsync(citizen, stage.Setting.People.Moved(citizen.Person, citizen.States.Count));
    }

    [Given(@"^「([^」]+)」の氏名が変更されている$")]
    public Task TheNameHasChanged(string alias)
    {
        var citizen = stage.Citizen(alias);
        return registry.ChangeAsync(citizen, stage.Setting.People.NearMiss(citizen.Person, "氏名", alias).With("個人番号", citizen.Person["個人番号"]));
    }

    [Given(@"^「([^」]+)」が削除されている$")]
    public async Task ThePersonIsDeleted(string alias)
    {
        var citizen = stage.Citizen(alias);
        await registry.DoAsync(stage.Duties.Delete, citizen, citizen.Items);
        if (await registry.DeletedAsync(citizen) is { Deleted: false, Told: var told })
        {
            throw new PreparationException($"「{alias}」 was deleted beforehand, but is still there: {told}");
        }
    }

    [Given(@"^元住民「([^」]+)」がいる$")]
    public void AFormerResidentExists(string alias)
    {
        var citizen = stage.Create(alias);
        citizen.ResidentNumber = stage.Setting.People.ResidentNumber(citizen.Person).Value;
        stage.Gave(citizen, citizen.ResidentNumber);
    }

    [Given(@"^「([^」]+)」が「([^」]+)」に名寄せされている$")]
    public async Task TheyAreLinked(string source, string main)
    {
        var (from, to) = (stage.Citizen(source), stage.Citizen(main));
        await registry.DoAsync(stage.Duties.Link, from, Link(from, to));
        var (_, linked) = await stage.AwaitPreparedAsync(() => LinkSteps.TargetAsync(stage, registry, from), number => number == to.Number);
        if (!linked)
        {
            throw new PreparationException($"「{source}」 was linked to 「{main}」 beforehand, but no link is seen.");
        }
    }

    [Given(@"^「([^」]+)」の「([^」]+)」への名寄せが解除されている$")]
    public async Task TheyAreUnlinked(string source, string main)
    {
        var (from, to) = (stage.Citizen(source), stage.Citizen(main));
        await registry.DoAsync(stage.Duties.Unlink, from, Link(from, to));
        var (_, free) = await stage.AwaitPreparedAsync(() => LinkSteps.TargetAsync(stage, registry, from), number => number is null);
        if (!free)
        {
            throw new PreparationException($"The link of 「{source}」 was undone beforehand, but it is still seen.");
        }
    }

    [Given(@"^操作者(\d)が「([^」]+)」の「([^」]+)」を行っている$")]
    public async Task AnOperatorHasDone(int @operator, string alias, string exchange)
    {
        // Holding a person and letting go belong to the surface of the pass: a screen holds what the screen opened.
        var citizen = stage.Citizen(alias);
        var answer = await stage.ObserveAsync(registry.Call(exchange, citizen, new Dictionary<string, string>(), @operator - 1));
        if (answer.Outcome != Outcome.Accepted)
        {
            throw new PreparationException($"「{exchange}」 by operator {@operator} beforehand was not accepted: {Registry.Describe(answer)}");
        }
    }

    [Given(@"^次に付きそうな番号をもつ元住民(\d+)人が「([^」]+)」で登録されている$")]
    public async Task ResidentsHoldTheNextNumbers(int count, string exchange)
    {
        var probe = stage.Create("直前");
        await registry.RegisterAsync(probe);
        foreach (var (number, i) in NextNumbers(probe.Number!).Take(count).Select((number, i) => (number, i)))
        {
            var resident = stage.Create($"元住民{i + 1}");
            resident.ResidentNumber = number;
            stage.Gave(resident, number);
            await registry.DoAsync(exchange, resident, resident.Items);
        }
    }

    internal static Dictionary<string, string> Link(Citizen from, Citizen to) =>
        new(from.Items, StringComparer.Ordinal) { ["名寄せ元フラグ"] = "1", ["名寄せ先宛名番号"] = to.Number ?? "" };

    private Citizen Twin(string alias, string twin) =>
        new(twin, stage.Setting.People.NearMiss(stage.Citizen(alias).Person, "個人番号", twin));

    /// <summary>The numbers that a product which counts upwards would give next, with a check digit where the last one carries one.</summary>
    private static IEnumerable<string> NextNumbers(string number)
    {
        var checkedNumber = AddresseeNumber.IsValid(number);
        var body = checkedNumber ? number[..^1] : number;
        if (!ulong.TryParse(body, out var serial))
        {
            throw new PreparationException($"The number {number} is not decimal, so the next one cannot be guessed.");
        }

        for (var i = 1UL; ; i++)
        {
            var next = (serial + i).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(body.Length, '0');
            if (!checkedNumber)
            {
                yield return next;
            }
            else if (AddresseeNumber.CheckDigit(next) is { } digit)
            {
                yield return next + digit;
            }
        }
    }
}
