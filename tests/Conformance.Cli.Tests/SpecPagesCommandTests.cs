using System.Text.RegularExpressions;

namespace Conformance.Cli.Tests;

public sealed partial class SpecPagesCommandTests
{
    [Fact]
    public async Task Every_standard_has_a_page_whose_links_lead_somewhere()
    {
        using var folder = new TemporaryFolder();

        var result = await ConformanceProgram.RunAsync("spec", "pages", "--out", folder.Path);

        result.ExitCode.Should().Be(0, result.Errors);
        var index = await File.ReadAllTextAsync(folder["index.html"], TestContext.Current.CancellationToken);
        var pages = Link().Matches(index).Select(match => match.Groups[1].Value).Where(link => link.EndsWith(".html", StringComparison.Ordinal)).ToList();
        pages.Should().Contain("031-jutogaisha-atena-2.1.html").And.OnlyContain(page => File.Exists(folder[page]));
        foreach (var page in pages)
        {
            var text = await File.ReadAllTextAsync(folder[page], TestContext.Current.CancellationToken);
            var places = Place().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
            Link().Matches(text).Select(match => match.Groups[1].Value).Where(link => link.StartsWith('#')).Distinct().Should().OnlyContain(link => places.Contains(link.Substring(1)));
        }
    }

    [Fact]
    public async Task A_page_shows_the_steps_of_a_scenario_and_asks_no_network()
    {
        using var folder = new TemporaryFolder();

        await ConformanceProgram.RunAsync("spec", "pages", "031", "--out", folder.Path);

        var text = await File.ReadAllTextAsync(folder["031-jutogaisha-atena-2.1.html"], TestContext.Current.CancellationToken);
        text.Should().Contain("<b>ならば</b>").And.Contain("0310001").And.Contain("default-src 'none'").And.NotContain("src=\"http");
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Place();
}
