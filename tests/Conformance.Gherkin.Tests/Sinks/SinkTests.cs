using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Conformance.Gherkin.Tests;

public sealed class SinkTests : IDisposable
{
    private const string Feature = """
        # language: ja
        機能: 住登外者
          シナリオ: 通る
            前提 通る
          シナリオ: 落ちる
            前提 落ちる
          シナリオ: 二度目に通る
            前提 二度目に通る
          シナリオ: 定義がない
            前提 「甲」が令和8年4月1日に1,000円を払う
          シナリオ: 待つ
            前提 待つ
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sinks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_holds_the_messages_of_the_run_and_nothing_that_ends_its_script()
    {
        using var page = new MemoryStream();
        using var lines = new MemoryStream();
        await using (var html = new HtmlSink(page, "検証 <実行>", leaveOpen: true))
        await using (var messages = new MessagesSink(lines, leaveOpen: true))
        {
            await RunAsync([html, messages]);
        }

        var text = Encoding.UTF8.GetString(page.ToArray());
        text.Should().StartWith("<!DOCTYPE html>").And.Contain("<title>検証 &lt;実行&gt;</title>").And.NotContain("{{messages}}").And.NotContain("{{script}}").And.NotContain("{{custom");
        var array = Regex.Match(text, @"window\.CUCUMBER_MESSAGES = \[(.*?)\];\n</script>", RegexOptions.Singleline).Groups[1].Value;
        array.Should().NotContain("<");
        var told = JsonNode.Parse("[" + array.TrimEnd(',', '\n').Replace(@"\x3C", "<", StringComparison.Ordinal) + "]")!.AsArray();
        told.Select(message => message!.ToJsonString()).Should().Equal(
            Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.ToJsonString()));
    }

    [Fact]
    public async Task Junit_counts_failures_errors_and_skips_apart_and_keeps_earlier_attempts()
    {
        var path = Path.Combine(_folder, "deep", "junit.xml");
        await using (var junit = JunitSink.ToFile(path, "検証"))
        {
            await RunAsync([junit]);
        }

        var suite = XDocument.Load(path).Root!.Element("testsuite")!;
        var counts = new[] { "tests", "failures", "errors", "skipped" }.Select(name => (int)suite.Attribute(name)!);
        counts.Should().Equal(5, 1, 1, 1);
        XElement Case(string name) => suite.Elements("testcase").Single(one => (string)one.Attribute("name")! == name);
        Case("通る").HasElements.Should().BeFalse();
        Case("落ちる").Elements().Select(element => element.Name.LocalName).Should().Equal("failure", "rerunFailure");
        ((string)Case("落ちる").Element("failure")!.Attribute("message")!).Should().Be("だめ");
        Case("二度目に通る").Elements().Select(element => element.Name.LocalName).Should().Equal("flakyFailure");
        Case("定義がない").Elements().Single().Name.LocalName.Should().Be("error");
        ((string)Case("待つ").Element("skipped")!.Attribute("message")!).Should().Be("夜間バッチ");
        Directory.GetFiles(Path.GetDirectoryName(path)!).Should().ContainSingle("nothing is left beside the result");
    }

    [Fact]
    public async Task The_console_names_place_and_message_and_offers_the_missing_definition()
    {
        var output = new StringWriter { NewLine = "\n" };
        await RunAsync([new ConsoleSink(output, ConsoleWords.Japanese)]);
        var told = output.ToString();
        told.Should().Contain("失敗  some.feature(6,5): 落ちる: 前提 落ちる\n    だめ\n")
            .And.Contain("不安定  some.feature:7 二度目に通る")
            .And.Contain("""[Given("{string}が{日付}に{金額}を払う")]""")
            .And.Contain("(string p1, DateOnly p2, decimal p3)")
            .And.Contain("成功 2, 未定義 1, 失敗 1, 不安定 1, 待機 1; 所要");
    }

    private static async Task RunAsync(IReadOnlyList<IRunSink> sinks) =>
        await new GherkinRun(Some.Feature(Feature), BindingCatalogue.OfTypes(typeof(Steps)), new() { Parallelism = 1, Retries = 1 }, sinks, TimeProvider.System)
            .RunAsync(TestContext.Current.CancellationToken);

    [Binding]
    internal sealed class Steps(ScenarioInfo info, IReqnrollOutputHelper output)
    {
        [Given("通る")]
        public void Pass() => output.WriteLine("</script><b>\u2028");

        [Given("落ちる")]
        public static void Fail() => throw new InvalidOperationException("だめ");

        [Given("二度目に通る")]
        public void Second() => info.Attempt.Should().Be(1);

        [Given("待つ")]
        public static void Wait() => throw new WaitingStepException("夜間バッチ");
    }
}
