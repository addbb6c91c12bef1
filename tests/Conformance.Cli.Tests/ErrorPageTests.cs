using System.Text.RegularExpressions;

namespace Conformance.Cli.Tests;

public sealed partial class ErrorPageTests
{
    private static readonly string[] Rooms = ["spec", "derivation", "gherkin", "steps", "drivers", "mocks", "fixtures", "verdicts", "reports", "cli", "reference"];

    [Fact]
    public void Every_code_in_the_sources_is_on_the_page_and_the_other_way_round()
    {
        var inSources = Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(ConformanceProgram.Home, room), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(file => InLiteral().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var onPage = Rows().Select(row => row.Code).ToList();

        inSources.Should().HaveCountGreaterThan(100);
        onPage.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        onPage.Should().BeEquivalentTo(inSources, "docs/errors.md lists every code, and no other");
    }

    [Fact]
    public void Every_code_on_the_page_has_a_meaning_and_a_remedy() =>
        Rows().Should().OnlyContain(row => row.Meaning.Length > 10 && row.Remedy.Length > 5);

    private static IEnumerable<(string Code, string Meaning, string Remedy)> Rows() =>
        File.ReadLines(Path.Combine(ConformanceProgram.Home, "docs", "errors.md"))
            .Select(line => Row().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim(), match.Groups[3].Value.Trim()));

    [GeneratedRegex("\"(CF[0-9]{4})\"")]
    private static partial Regex InLiteral();

    [GeneratedRegex(@"^\| (CF[0-9]{4}) \|([^|]+)\|([^|]+)\|$")]
    private static partial Regex Row();
}
