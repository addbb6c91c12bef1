using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Cli.Tests.Audit;

public sealed partial class SecretScanTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    [Fact]
    public void No_file_of_a_finished_run_holds_a_secret_or_a_token_that_the_run_used()
    {
        using var folder = new TemporaryFolder();
        var files = Directory.GetFiles(run.CopyTo(folder), "*", SearchOption.AllDirectories);

        files.Select(file => Path.GetFileName(file)!).Should().Contain(["result.json", "report.html", "report.xlsx", "junit.xml", "exchanges.har", "run.json"]);
        files.Should().Contain(file => file.EndsWith(".exchange.json", StringComparison.Ordinal)).And.Contain(file => file.EndsWith(".ndjson", StringComparison.Ordinal) && file.Contains("messages", StringComparison.Ordinal));
        var all = files.SelectMany(Texts).ToList();
        all.Should().Contain(text => text.Text.Contains("Authorization", StringComparison.Ordinal), "there were credentials to take out");
        foreach (var (file, text) in all)
        {
            foreach (var spelling in new[] { FinishedRun.Secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(FinishedRun.Secret)) })
            {
                text.Contains(spelling, StringComparison.Ordinal).Should().BeFalse($"{file} holds the secret");
            }

            Token().Matches(text).Select(match => match.Value).Should().BeEmpty($"{file} holds a token");
        }
    }

    // Whatever follows the scheme and is no mask: “Bearer ［伏字］”, “Bearer [redacted]”, in JSON also escaped. And JSON Web Tokens of any place.
    [GeneratedRegex(@"(?:Bearer|Basic) (?!realm|token|wrong|expired)[A-Za-z0-9+/=._~-]{8,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|client_assertion=(?!［)[^&\s""]+|""access_token""\s*:\s*""(?![［\[])")]
    private static partial Regex Token();

    // The file itself, what is packed in it (zip), and what is packed in a page (gzip in base64).
    private static IEnumerable<(string File, string Text)> Texts(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var text = Encoding.UTF8.GetString(bytes);
        yield return (file, text);
        if (bytes is [(byte)'P', (byte)'K', ..])
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                yield return ($"{file}/{entry.FullName}", reader.ReadToEnd());
            }
        }

        foreach (Match part in Packed().Matches(text))
        {
            using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(part.Groups[2].Value)), CompressionMode.Decompress);
            using var reader = new StreamReader(gzip);
            yield return ($"{file}#{part.Groups[1].Value}", reader.ReadToEnd());
        }
    }

    [GeneratedRegex("<script type=\"application/gzip\" id=\"([^\"]+)\">([^<]*)</script>")]
    private static partial Regex Packed();
}
