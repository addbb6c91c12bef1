using Conformance.Spec.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Spec.Tests.Yaml;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("a: [b")]
    [InlineData("{a")]
    [InlineData("\"")]
    [InlineData(": :")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: *nobody")]
    [InlineData("%YAML 9\n---\na")]
    public void What_is_no_YAML_is_a_flaw_with_its_place(string text)
    {
        var read = YamlText.Read(text);

        read.Roots.Should().BeEmpty();
        read.Flaw!.Line.Should().BePositive();
        read.Flaw.Remedy.Should().NotBeEmpty();
    }

    [Fact]
    public void What_contains_itself_is_a_flaw_and_no_endless_recursion() =>
        YamlText.Read("a: &a {x: *a}").Flaw!.Fact.Should().Contain("into itself");

    [Fact]
    public void Depth_is_bounded() =>
        YamlText.Read(string.Concat(Enumerable.Repeat("{a: ", 2000)) + "1" + new string('}', 2000)).Flaw.Should().NotBeNull();

    [Fact]
    public void Whatever_is_written_ends_in_nodes_or_a_flaw()
    {
        var pieces = Gen.Elements("a", ":", " ", "\n", "- ", "[", "]", "{", "}", "&a ", "*a", "|", ">", "'", "\"", "#", "%", "?", "!!int ", "\t", "~", "<<", ",", "名");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(31, 2023), Prop.ForAll(pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var read = YamlText.Read(text);
            return read.Flaw is null || read.Roots.Count == 0;
        }));
    }
}
