namespace Conformance.Fixtures.Tests;

public sealed class TraitsTests
{
    private readonly PersonFactory _factory = new(7, "run-a");

    [Fact]
    public void Without_traits_a_person_is_japanese_with_a_domestic_address()
    {
        var person = _factory.Create("s", "Ａさん");

        person.Should().Be(_factory.Create("s", "Ａさん", Traits.Japanese));
        person.Items.Keys.Should().Contain(["氏_日本人", "名_日本人", "住所_町字"]).And.NotContain(["氏名_外国人ローマ字", "住所_方書", "住所_国外住所"]);
        person["生年月日_不詳フラグ"].Should().Be("0");
    }

    [Fact]
    public void A_name_in_latin_letters_is_full_width_and_has_no_family_name_item()
    {
        var person = _factory.Create("s", "Ａさん", Traits.LatinName);

        person["氏名_外国人ローマ字"].Should().Be(person["氏名"]).And.MatchRegex("^[Ａ-Ｚ]+　[Ａ-Ｚ]+$");
        person.Items.Keys.Should().NotContain(["氏_日本人", "名_日本人", "氏名_外国人漢字"]);
    }

    [Fact]
    public void A_name_in_chinese_characters_may_stand_beside_the_latin_one()
    {
        var person = _factory.Create("s", "Ａさん", Traits.LatinName, Traits.ForeignKanji);

        person["氏名"].Should().Be(person["氏名_外国人ローマ字"]);
        person["氏名_外国人漢字"].Should().NotBeEmpty().And.NotBe(person["氏名"]);
    }

    [Fact]
    public void An_alias_makes_the_person_foreign() =>
        _factory.Create("s", "Ａさん", Traits.Alias).Items.Keys.Should().Contain(["通称", "通称_フリガナ", "通称_フリガナ確認状況", "氏名_外国人ローマ字"]);

    [Fact]
    public void A_long_name_fills_what_the_items_allow()
    {
        var person = _factory.Create("s", "Ａさん", Traits.LongName);
        var foreign = _factory.Create("s", "Ｂさん", Traits.LongName, Traits.LatinName, Traits.ForeignKanji, Traits.Alias);

        person["氏_日本人"].Should().HaveLength(50);
        person["名_日本人"].Should().HaveLength(49);
        person["氏名"].Should().HaveLength(100);
        person["氏名_フリガナ"].Should().HaveLength(100);
        foreign["氏名_外国人ローマ字"].Should().HaveLength(100);
        foreign["氏名_外国人漢字"].Should().HaveLength(100);
        foreign["通称"].Should().HaveLength(100);
        foreign["通称_フリガナ"].Should().HaveLength(100);
    }

    [Fact]
    public void A_character_outside_the_basic_plane_takes_two_code_units()
    {
        var family = _factory.Create("s", "Ａさん", Traits.BeyondBmp)["氏_日本人"];

        char.IsSurrogatePair(family, 0).Should().BeTrue();
        Text.Length(family).Should().Be(family.Length - 1);
    }

    [Fact]
    public void A_variant_carries_its_selector() =>
        _factory.Create("s", "Ａさん", Traits.Variant)["氏名"].EnumerateRunes().ElementAt(1).Value.Should().BeInRange(0xE0100, 0xE01EF);

    [Fact]
    public void A_leap_day_is_a_leap_day_and_nobody_else_has_one()
    {
        var leap = Enumerable.Range(0, 100).Select(n => _factory.Create("s", $"{n}", Traits.LeapDay)["生年月日"]);
        var others = Enumerable.Range(0, 3000).Select(n => _factory.Create("s", $"{n}")["生年月日"]);

        leap.Should().OnlyContain(d => d.EndsWith("-02-29", StringComparison.Ordinal) && DateOnly.Parse(d).Year % 4 == 0);
        others.Should().NotContain(d => d.EndsWith("-02-29", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_birth_date_says_so_in_three_items()
    {
        var person = _factory.Create("s", "Ａさん", Traits.BirthUnknown);

        person["生年月日_不詳フラグ"].Should().Be("1");
        person["生年月日_不詳表記"].Should().MatchRegex("^西暦[０-９]{4}年頃$");
        person["生年月日"].Should().NotBeEmpty();
    }

    [Fact]
    public void Who_lives_abroad_has_no_domestic_address()
    {
        var person = _factory.Create("s", "Ａさん", Traits.Abroad);

        person.Items.Keys.Where(i => i.StartsWith("住所_", StringComparison.Ordinal)).Should().BeEquivalentTo("住所_国名コード", "住所_国名等", "住所_国外住所");
    }

    [Fact]
    public void Who_has_no_name_yet_has_no_item_of_it() =>
        _factory.Create("s", "Ａさん", Traits.Unnamed).Items.Keys
            .Should().NotContain(i => i.StartsWith('氏') || i.StartsWith('名'));

    [Fact]
    public void All_faults_of_the_traits_are_told_at_once() =>
        FluentActions.Invoking(() => _factory.Create("s", "Ａさん", "背が高い", Traits.LeapDay, Traits.BirthUnknown, Traits.LatinName, Traits.Variant))
            .Should().Throw<ArgumentException>()
            .WithMessage("*「背が高い」はない*").WithMessage("*「うるう日」と「生年月日不詳」*").WithMessage("*「異体字」は漢字の氏名にだけ*");
}
