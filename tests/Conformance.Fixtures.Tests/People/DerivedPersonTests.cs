namespace Conformance.Fixtures.Tests;

public sealed class DerivedPersonTests
{
    private readonly PersonFactory _factory = new(7, "run-a");

    [Fact]
    public void With_changes_what_is_named_and_removes_what_is_empty()
    {
        var person = _factory.Create("s", "Ａさん");

        var changed = person.With(("性別", "0"), ("住所_郵便番号", null));

        changed.DifferencesFrom(person).Should().Equal("性別", "住所_郵便番号");
        changed.Items.Should().NotContainKey("住所_郵便番号");
        person.Items.Should().ContainKey("住所_郵便番号");
    }

    [Theory]
    [InlineData("生年月日")]
    [InlineData("性別")]
    [InlineData("氏名_フリガナ")]
    [InlineData("住所_番地号表記")]
    [InlineData("住所_町字")]
    [InlineData("住所_市区町村コード")]
    [InlineData("住所_郵便番号")]
    [InlineData("住所_方書")]
    public void A_near_miss_differs_in_one_item_and_in_the_personal_number(string item)
    {
        var person = _factory.Create("s", "Ａさん", Traits.Building);

        var near = _factory.NearMiss(person, item);

        near.DifferencesFrom(person).Should().Equal("個人番号", item);
        near.Alias.Should().NotBe(person.Alias);
        near[item].Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("氏名", "名_日本人")]
    [InlineData("名_日本人", "名_日本人")]
    [InlineData("氏_日本人", "氏_日本人")]
    public void A_near_miss_of_the_name_changes_the_part_with_the_whole(string item, string part)
    {
        var person = _factory.Create("s", "Ａさん");

        var near = _factory.NearMiss(person, item);

        near.DifferencesFrom(person).Should().Equal("個人番号", "氏名", part);
        Layout.FaultsOf(near).Should().BeEmpty();
    }

    [Fact]
    public void A_near_miss_of_a_foreign_name_changes_the_latin_form()
    {
        var person = _factory.Create("s", "Ａさん", Traits.LatinName, Traits.ForeignKanji);

        _factory.NearMiss(person, "氏名").DifferencesFrom(person).Should().Equal("個人番号", "氏名", "氏名_外国人ローマ字");
        _factory.NearMiss(person, "氏名_外国人漢字").DifferencesFrom(person).Should().Equal("個人番号", "氏名_外国人漢字");
    }

    [Fact]
    public void Near_misses_of_everybody_still_fit_the_layout()
    {
        var near = from traits in PersonFactoryTests.Combinations()
                   let person = _factory.Create("s", "Ａさん", traits)
                   from item in person.Items.Keys.Append("住所")
                   select _factory.NearMiss(person, item);

        near.SelectMany(Layout.FaultsOf).Where(f => !f.StartsWith("氏名_フリガナ is not", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void A_near_miss_is_deterministic_and_several_are_told_apart_by_alias()
    {
        var person = _factory.Create("s", "Ａさん");

        _factory.NearMiss(person, "住所").Should().Be(new PersonFactory(7, "run-a").NearMiss(person, "住所"));
        _factory.NearMiss(person, "住所", "Ｂさん").DifferencesFrom(_factory.NearMiss(person, "住所", "Ｃさん")).Should().Contain("住所_番地号表記");
    }

    [Fact]
    public void A_near_miss_of_an_item_that_the_person_lacks_is_refused() =>
        FluentActions.Invoking(() => _factory.NearMiss(_factory.Create("s", "Ａさん"), "通称")).Should().Throw<ArgumentException>().WithMessage("*通称*");

    [Fact]
    public void Who_moves_keeps_all_but_the_address()
    {
        var person = _factory.Create("s", "Ａさん", Traits.Building);

        var moved = _factory.Moved(person);
        var again = _factory.Moved(moved, 2);

        moved.DifferencesFrom(person).Should().OnlyContain(i => i.StartsWith("住所_", StringComparison.Ordinal)).And.Contain(["住所_市区町村コード", "住所_町字", "住所_方書"]);
        again.DifferencesFrom(moved).Should().Contain(["住所_市区町村コード", "住所_町字"]);
        Layout.FaultsOf(moved).Concat(Layout.FaultsOf(again)).Should().BeEmpty();
        moved.Alias.Should().Be(person.Alias);
    }

    [Fact]
    public void Who_comes_back_from_abroad_has_a_domestic_address()
    {
        var moved = _factory.Moved(_factory.Create("s", "Ａさん", Traits.Abroad));

        moved.Items.Should().ContainKey("住所_町字").And.NotContainKey("住所_国外住所");
        moved.Traits.Should().NotContain(Traits.Abroad);
    }
}
