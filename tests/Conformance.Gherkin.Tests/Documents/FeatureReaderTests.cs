using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Gherkin.Tests;

public sealed class FeatureReaderTests
{
    public static TheoryData<string> Good => Corpus.Files("gherkin/testdata/good", "*.feature");

    public static TheoryData<string> Bad => Corpus.Files("gherkin/testdata/bad", "*.feature");

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Compiles_the_pickles_that_cucumber_compiles(string file)
    {
        var path = Path.Combine(Corpus.Folder("gherkin/testdata/good"), file);
        var reading = FeatureReader.Read(new("../testdata/good/" + file, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
        reading.Problems.Should().BeEmpty();

        // An empty file has no pickles and no list of them.
        var expected = File.Exists(path + ".pickles.ndjson")
            ? (await File.ReadAllLinesAsync(path + ".pickles.ndjson", TestContext.Current.CancellationToken)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!["pickle"]!).ToList()
            : [];
        var document = reading.Documents.Single();
        document.Pickles.Select(pickle => ToJson(pickle)).Should().Equal(expected.Select(Canonical));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Reports_the_errors_that_cucumber_reports_where_it_reports_them(string file)
    {
        var path = Path.Combine(Corpus.Folder("gherkin/testdata/bad"), file);
        var reading = FeatureReader.Read(new(file, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));
        var expected = (await File.ReadAllLinesAsync(path + ".errors.ndjson", TestContext.Current.CancellationToken))
            .Where(line => line.Length > 0)
            .Select(line => JsonNode.Parse(line)!["parseError"]!)
            .Select(error => (
                error["message"]!.GetValue<string>(),
                error["source"]!["location"]!["line"]!.GetValue<int>(),
                error["source"]!["location"]!["column"]?.GetValue<int>() ?? 0));
        reading.Documents.Should().BeEmpty();
        reading.Problems.Select(problem => (problem.Fact, problem.Line, problem.Column)).Should().Equal(expected);
        reading.Problems.Should().OnlyContain(problem => problem.File == file && problem.Code == "CF4001" && problem.Remedy.Length > 0);
    }

    [Fact]
    public void A_rule_in_japanese_is_a_rule()
    {
        var pickle = Some.Feature("""
            # language: ja
            @業務:031
            機能: 付番
              背景:
                前提 職員がログインしている
              ルール: 番号は一人に一つ
                シナリオアウトライン: <区分>の付番
                  もし <区分>を登録する
                  ならば 番号が付く
                  例:
                    | 区分   |
                    | 個人   |
                    | 法人   |
            """).Documents.Single().Pickles[1];
        pickle.Name.Should().Be("法人の付番");
        pickle.Rule!.Name.Should().Be("番号は一人に一つ");
        pickle.Steps.Select(step => (step.Kind, step.Text)).Should().Equal(
            (StepKind.Context, "職員がログインしている"), (StepKind.Action, "法人を登録する"), (StepKind.Outcome, "番号が付く"));
        pickle.HasTag("@業務:031").Should().BeTrue();
        pickle.Id.Should().Be("some.feature:13");
        pickle.Arguments.Single().Should().Be(KeyValuePair.Create("区分", "法人"));
    }

    // Identifiers are local numbers here and start at the same node, so references can be compared, pickles' own cannot.
    private static string Canonical(JsonNode pickle)
    {
        var copy = pickle.DeepClone().AsObject();
        copy.Remove("id");
        foreach (var step in copy["steps"]!.AsArray())
        {
            step!.AsObject().Remove("id");
        }

        return Sorted(copy)!.ToJsonString();
    }

    private static string ToJson(Pickle pickle) => Sorted(JsonSerializer.SerializeToNode(new
    {
        uri = pickle.Uri,
        name = pickle.Name,
        language = pickle.Language,
        location = new { line = pickle.Position.Line, column = pickle.Position.Column },
        astNodeIds = pickle.AstNodes.Select(Id),
        tags = pickle.Tags.Select(tag => new { name = tag.Name, astNodeId = Id(tag.AstNode) }),
        steps = pickle.Steps.Select(step =>
        {
            var node = new JsonObject
            {
                ["text"] = step.Text,
                ["type"] = step.Kind.ToString(),
                ["astNodeIds"] = new JsonArray([.. step.AstNodes.Select(number => (JsonNode)Id(number))]),
            };
            var argument = new JsonObject();
            if (step.DocString is { } text)
            {
                argument["docString"] = Ordered(new() { ["content"] = text.Content }, text.Order);
                if (text.MediaType is { } type)
                {
                    argument["docString"]!["mediaType"] = type;
                }
            }

            if (step.Table is { } table)
            {
                argument["dataTable"] = Ordered(new() { ["rows"] = JsonSerializer.SerializeToNode(table.Rows.Select(row => new { cells = row.Select(value => new { value }) })) }, table.Order);
            }

            if (argument.Count > 0)
            {
                node["argument"] = argument;
            }

            return node;
        }),
    }))!.ToJsonString();

    private static JsonObject Ordered(JsonObject node, int order)
    {
        if (order > 0)
        {
            node["argumentIndex"] = order;
        }

        return node;
    }

    private static string Id(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
