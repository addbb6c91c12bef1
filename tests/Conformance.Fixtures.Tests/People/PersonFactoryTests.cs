using System.Globalization;

namespace Conformance.Fixtures.Tests;

public sealed class PersonFactoryTests
{
    private const int Crowd = 10_000;

    private readonly PersonFactory _factory = new(seed: 7, runId: "run-a");

    [Fact]
    public void The_same_seed_run_scenario_and_alias_give_the_same_person()
    {
        var person = _factory.Create("031-0310001-形式", "Ａさん", Traits.Building);

        new PersonFactory(7, "run-a").Create("031-0310001-形式", "Ａさん", Traits.Building).Should().Be(person);
    }

    [Fact]
    public void A_person_does_not_depend_on_who_was_made_before()
    {
        var alone = new PersonFactory(7, "run-a").Create("s", "Ｂさん");
        _ = _factory.Create("s", "Ａさん");

        _factory.Create("s", "Ｂさん").Should().Be(alone);
    }

    [Fact]
    public void A_person_is_the_same_on_every_machine()
    {
        var person = _factory.Create("031-0310001-形式", "Ａさん", Traits.Building);

        string.Join('|', ItemName.All.Select(i => person[i])).Should().Be(
            "908718591637|三緒美　美麻代|三緒美|美麻代|||ミオミ　ミマヨ|ミオミ|ミマヨ||||1|1932-09-03|0||401331|9999999|福岡県|福岡市中央区|" +
            "布瑠町八丁目|９９０８番地９７|紀梅コーポ４０２号|キウメコーポ４０２ゴウ|8100000|||");
    }

    [Fact]
    public void Another_run_has_the_same_shapes_and_other_people()
    {
        var here = _factory.Create("s", "Ａさん", Traits.Building);
        var there = new PersonFactory(7, "run-b").Create("s", "Ａさん", Traits.Building);

        here.DifferencesFrom(there).Should().Contain(
            ["氏名", "氏_日本人", "氏名_フリガナ", "個人番号", "住所_町字", "住所_番地号表記", "住所_方書"]);
        here.DifferencesFrom(there).Should().NotContain(["性別", "生年月日", "住所_市区町村コード", "住所_郵便番号"]);
        here.Items.Keys.Should().BeEquivalentTo(there.Items.Keys);
    }

    [Fact]
    public void Another_seed_has_other_shapes()
    {
        var aliases = Enumerable.Range(0, 20).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        var other = new PersonFactory(8, "run-a");

        aliases.Should().Contain(a => _factory.Create("s", a)["生年月日"] != other.Create("s", a)["生年月日"]);
    }

    [Fact]
    public void Parts_of_an_identity_do_not_run_into_each_other() =>
        _factory.Create("s1", "2")["氏名"].Should().NotBe(_factory.Create("s", "12")["氏名"]);

    [Fact]
    public void Two_runs_of_ten_thousand_people_never_share_a_name_a_number_or_an_address()
    {
        var other = new PersonFactory(7, "run-b");
        var people = Enumerable.Range(0, Crowd).Select(n => $"{n}").SelectMany(a => new[] { _factory.Create("s", a), other.Create("s", a) }).ToList();

        people.Select(p => p["氏名"]).Should().OnlyHaveUniqueItems();
        people.Select(p => p["個人番号"]).Should().OnlyHaveUniqueItems();
        people.Select(p => p["住所_市区町村コード"] + p["住所_町字"] + p["住所_番地号表記"]).Should().OnlyHaveUniqueItems();
        people.Select(p => _factory.ResidentNumber(p).Value).Distinct().Should().HaveCount(Crowd, "the number belongs to the scenario's person");
    }

    [Fact]
    public void Everybody_fits_the_layout_of_the_interface()
    {
        var people = Combinations().SelectMany(traits => Enumerable.Range(0, 40).Select(n => _factory.Create("s", $"{n}", traits)));

        people.SelectMany(p => Layout.FaultsOf(p).Select(f => $"{string.Join('、', p.Traits)}: {f}")).Should().BeEmpty();
        ItemName.All.Should().BeEquivalentTo(Layout.Names);
    }

    [Fact]
    public void Every_item_is_carried_by_somebody() =>
        Combinations().SelectMany(traits => _factory.Create("s", "Ａさん", traits).Items.Keys).Distinct()
            .Should().BeEquivalentTo(ItemName.All);

    [Fact]
    public void A_resident_number_is_valid_under_every_rule()
    {
        var numbers = Enumerable.Range(0, 200).Select(n => _factory.ResidentNumber(_factory.Create("s", $"{n}")).Value);

        numbers.Should().OnlyContain(n => Enum.GetValues<RemainderOne>().All(r => AddresseeNumber.IsValid(n, r)));
    }

    /// <summary>Every set of one, two or three traits that is not refused.</summary>
    internal static IEnumerable<string[]> Combinations()
    {
        var all = Traits.All;
        var sets = from a in all from b in all from c in all select new[] { a, b, c }.Distinct().ToArray();
        return sets.DistinctBy(s => string.Join('、', s.Order(StringComparer.Ordinal))).Where(IsAccepted);
    }

    private static bool IsAccepted(string[] traits)
    {
        try
        {
            _ = new PersonFactory(1, "probe").Create("s", "a", traits);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
