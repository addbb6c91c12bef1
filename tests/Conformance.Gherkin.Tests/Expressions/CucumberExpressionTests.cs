using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Gherkin.Tests;

public sealed class CucumberExpressionTests
{
    private const string Cucumber = "cucumber-expressions/testdata/cucumber-expression";

    public static TheoryData<string> Matching => Corpus.Files(Cucumber + "/matching", "*.yaml");

    public static TheoryData<string> Parsing => Corpus.Files(Cucumber + "/parser", "*.yaml");

    public static TheoryData<string> Tokenizing => Corpus.Files(Cucumber + "/tokenizer", "*.yaml");

    public static TheoryData<string> Transforming => Corpus.Files(Cucumber + "/transformation", "*.yaml");

    public static TheoryData<string> RegularMatching => Corpus.Files("cucumber-expressions/testdata/regular-expression/matching", "*.yaml");

    [Theory]
    [MemberData(nameof(Matching))]
    public void Matches_as_cucumber_does(string file)
    {
        var expected = Load(Cucumber + "/matching", file);
        Check(expected, () =>
        {
            var expression = new CucumberExpression(Text(expected, "expression")!, new());
            Compare(expected, expression.Match(Text(expected, "text") ?? ""));
        });
    }

    [Theory]
    [MemberData(nameof(RegularMatching))]
    public void Matches_regular_expressions_as_cucumber_does(string file)
    {
        var expected = Load("cucumber-expressions/testdata/regular-expression/matching", file);
        Compare(expected, new RegularStepExpression(Text(expected, "expression")!).Match(Text(expected, "text")!));
    }

    [Theory]
    [MemberData(nameof(Parsing))]
    public void Parses_as_cucumber_does(string file)
    {
        var expected = Load(Cucumber + "/parser", file);
        Check(expected, () => Shape(ExpressionParser.Parse(Text(expected, "expression")!)).Should().Be(Shape((YamlMappingNode)expected.Children["expected_ast"])));
    }

    [Theory]
    [MemberData(nameof(Tokenizing))]
    public void Tokenizes_as_cucumber_does(string file)
    {
        var expected = Load(Cucumber + "/tokenizer", file);
        Check(expected, () => ExpressionTokenizer.Tokenize(Text(expected, "expression")!)
            .Select(token => $"{Snake(token.Kind.ToString())} {token.Start} {token.End} {token.Text}")
            .Should().Equal(((YamlSequenceNode)expected.Children["expected_tokens"]).Cast<YamlMappingNode>()
                .Select(token => $"{Text(token, "type")} {Text(token, "start")} {Text(token, "end")} {Text(token, "text")}")));
    }

    [Theory]
    [MemberData(nameof(Transforming))]
    public void Becomes_the_regular_expression_that_cucumber_makes(string file)
    {
        var expected = Load(Cucumber + "/transformation", file);
        new CucumberExpression(Text(expected, "expression")!, new()).Regex.ToString().Should().Be(Text(expected, "expected_regex"));
    }

    [Theory]
    [InlineData("氏名が{string}である", "氏名が「佐藤　一郎」である", "佐藤　一郎")]
    [InlineData("氏名が{string}である", "氏名が「」である", "")]
    [InlineData("備考が{string}である", "備考が「旧「甲」棟」である", "旧「甲」棟")]
    [InlineData("{int}件ある", "３件ある", "３")]
    [InlineData("{日付}に転入する", "令和8年4月1日に転入する", "令和8年4月1日")]
    [InlineData("{期間}以内に届け出る", "１４日以内に届け出る", "１４日")]
    [InlineData("{期間}かかる", "1日2時間30分かかる", "1日2時間30分")]
    [InlineData("{時刻}に始まる", "9時30分に始まる", "9時30分")]
    [InlineData("{金額}を支給する", "１２，３４５円を支給する", "１２，３４５円")]
    public void Reads_japanese_text(string expression, string text, string argument) =>
        new CucumberExpression(expression, new()).Match(text)!.Single().Text.Should().Be(argument);

    [Theory]
    [InlineData("転入/転出を届け出る", true)]
    [InlineData("届出(任意)を出す", true)]
    [InlineData("転入／転出を届け出る", false)]
    [InlineData("届出（任意）を出す", false)]
    [InlineData("転入\\/転出を届け出る", false)]
    [InlineData("I have {int} cucumber(s)/melon(s)", false)]
    public void Warns_of_what_is_an_alternation_or_optional_by_accident(string expression, bool warns) =>
        ExpressionWarning.Of(new CucumberExpression(expression, new())).Any().Should().Be(warns);

    [Theory]
    [InlineData("^番号が付く$", false)]
    [InlineData("番号が付く", true)]
    [InlineData("(.*)が付く", false)]
    [InlineData("(\\w+)が付く", false)]
    [InlineData("\\d+件ある", false)]
    [InlineData("{int}件ある.*", true)]
    [InlineData("転入/転出", true)]
    public void Tells_the_kinds_apart_by_reqnrolls_rule(string expression, bool isCucumber) =>
        ExpressionDetection.IsCucumberExpression(expression).Should().Be(isCucumber);

    private static void Check(YamlMappingNode expected, Action act)
    {
        if (Text(expected, "exception") is { } message)
        {
            act.Should().Throw<ExpressionException>().Which.Message.Should().Be(message);
        }
        else
        {
            act();
        }
    }

    private static void Compare(YamlMappingNode expected, IReadOnlyList<MatchedArgument>? actual)
    {
        if (expected.Children["expected_args"] is not YamlSequenceNode arguments)
        {
            actual.Should().BeNull();
            return;
        }

        actual!.Select(argument => Value(argument)).Should().Equal(arguments.Cast<YamlScalarNode>().Select(node =>
            node.Style == ScalarStyle.Plain && node.Value is "" or "null" ? null
            : double.TryParse(node.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && node.Style == ScalarStyle.Plain
                ? Round(number)
                : node.Value));
    }

    private static string? Value(MatchedArgument argument)
    {
        if (argument.Type is null || argument.Text is null || argument.Type.Type == typeof(string))
        {
            return argument.Text;
        }

        LiteralConversion.TryConvert(argument.Text, argument.Type.Type, out var value).Should().BeTrue();
        return value is System.Numerics.BigInteger big ? big.ToString(CultureInfo.InvariantCulture) : Round(Convert.ToDouble(value, CultureInfo.InvariantCulture));
    }

    private static string Round(double number) => number.ToString("G7", CultureInfo.InvariantCulture);

    private static string Shape(ExpressionNode node) =>
        $"{Snake(node.Kind.ToString())}_NODE {node.Start}-{node.End} '{node.Token}' [{string.Join(", ", node.Nodes.Select(Shape))}]";

    private static string Shape(YamlMappingNode node)
    {
        var nodes = node.Children.TryGetValue("nodes", out var inner) ? ((YamlSequenceNode)inner).Cast<YamlMappingNode>().Select(Shape) : [];
        return $"{Text(node, "type")} {Text(node, "start")}-{Text(node, "end")} '{Text(node, "token")}' [{string.Join(", ", nodes)}]";
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));

    private static YamlMappingNode Load(string folder, string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Corpus.Folder(folder), file));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;
}
