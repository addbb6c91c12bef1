using Conformance.Spec.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Spec.Tests.Yaml;

public sealed class YamlMapTests
{
    private readonly List<Problem> _problems = [];

    [Fact]
    public void Several_problems_come_at_once_each_at_its_line_and_column()
    {
        var map = Parse("""
            known: yes
            list: {a: 1}
            part: text
            unknown: 1
              
            other: 2
            """);

        map.Required("known").Should().Be("yes");
        map.Required("missing").Should().BeEmpty();
        map.Texts("list").Should().BeEmpty();
        map.Map("part").Should().BeNull();
        map.RefuseUnknownKeys();

        _problems.Select(problem => (problem.Code, problem.Line, problem.Column)).Should().Equal(
            ("CF1202", 1, 1), ("CF1203", 2, 7), ("CF1203", 3, 7), ("CF1204", 4, 1), ("CF1204", 6, 1));
        _problems[^1].Remedy.Should().Contain("known, list, missing, part");
    }

    [Fact]
    public void A_file_that_is_no_YAML_is_CF1200_where_it_stops_being_one()
    {
        Parse("a: 1\nb: 'x\nc: 3\n");

        _problems.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1200" && problem.Line >= 2);
    }

    [Fact]
    public void A_bracket_that_is_never_closed_is_CF1200_too()
    {
        Parse("a: 1\nb: [1, 2\nc: 3\n");

        _problems.Should().ContainSingle().Which.Code.Should().Be("CF1200");
    }

    [Fact]
    public void A_damaged_file_never_gives_an_exception()
    {
        var whole = File.ReadAllText(Path.Combine(Some.Folder, "contracts.yaml"))[..4000];
        var damage = Gen.Choose(0, whole.Length - 1).SelectMany(at => Gen.Choose(1, 20).SelectMany(length =>
            Gen.Elements("", "[", "{", "\"", "'", ": ", "\t", "*x", "&x ", "<<: 1", "%", "\0", "- ", "|\n").Select(instead => whole[..at] + instead + whole[Math.Min(whole.Length, at + length)..])));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(31, 2023), Prop.ForAll(damage.ToArbitrary(), text =>
        {
            YamlMap.Parse(text, "damaged.yaml", new List<Problem>());
            return true;
        }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("only text")]
    public void A_file_without_a_mapping_is_CF1201(string text)
    {
        Parse(text).Keys.Should().BeEmpty();

        _problems.Should().ContainSingle().Which.Code.Should().Be("CF1201");
    }

    [Fact]
    public void A_key_that_is_written_twice_is_no_YAML()
    {
        Parse("a: 1\nb: 2\na: 3\n");

        _problems.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1200" && problem.Line == 3);
    }

    [Fact]
    public void An_entry_of_another_shape_in_a_list_of_texts_is_CF1203_and_never_dropped()
    {
        Parse("list: [a, {b: c}, d]\n").Texts("list").Should().Equal("a", "d");

        _problems.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1203" && problem.Line == 1 && problem.Column == 11);
    }

    [Fact]
    public void An_entry_of_another_shape_in_a_list_of_mappings_is_CF1203_and_never_dropped()
    {
        Parse("list:\n  - {a: 1}\n  - text\n").Maps("list").Should().HaveCount(1);

        _problems.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1203" && problem.Line == 3 && problem.Column == 5);
    }

    [Fact]
    public void A_single_text_counts_as_a_list_of_one() =>
        Parse("list: a\n").Texts("list").Should().Equal("a");

    [Fact]
    public void The_rest_is_what_nobody_asked_for()
    {
        var map = Parse("a: 1\nb: [2, 3]\nc: 4\n");
        map.Required("a");

        map.Rest().Should().Equal(new Dictionary<string, string> { ["b"] = "2,3", ["c"] = "4" });
    }

    private YamlMap Parse(string text) => YamlMap.Parse(text, "t.yaml", _problems);
}
