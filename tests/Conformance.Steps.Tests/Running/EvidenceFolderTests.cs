using System.Security.Cryptography;
using System.Text.Json;
using Conformance.Drivers;
using Conformance.Steps.Running;

namespace Conformance.Steps.Tests.Running;

public sealed class EvidenceFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-evidence-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_named_by_the_hash_of_what_is_in_it()
    {
        var evidence = new EvidenceFolder(_folder.FullName);
        string[] files = [.. evidence.Write(Exchange("x") with { Screenshot = [1, 2, 3] }), evidence.WriteAssertion("期待", "観測", held: false)];

        files.Should().HaveCount(3).And.AllSatisfy(file =>
            Path.GetFileName(file).Split('.')[0].Should().Be(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))));
        files.Select(file => Path.GetFileName(file)[64..]).Should().Equal(".exchange.json", ".png", ".assertion.json");
    }

    [Fact]
    public void The_same_content_is_one_file_and_other_content_another()
    {
        var evidence = new EvidenceFolder(_folder.FullName);

        evidence.Write(Exchange("x")).Should().Equal(evidence.Write(Exchange("x"))).And.NotIntersectWith(evidence.Write(Exchange("y")));
        _folder.GetFiles().Should().HaveCount(2);
    }

    [Fact]
    public void Whether_it_held_is_part_of_the_content()
    {
        var evidence = new EvidenceFolder(_folder.FullName);

        evidence.WriteAssertion("a", "b", held: true).Should().NotBe(evidence.WriteAssertion("a", "b", held: false));
    }

    [Fact]
    public void An_assertion_reads_back_as_it_was_written()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(new EvidenceFolder(_folder.FullName).WriteAssertion("「甲」<&>𠮷", "\"行\n\"", held: true)));

        json.RootElement.GetProperty("expected").GetString().Should().Be("「甲」<&>𠮷");
        json.RootElement.GetProperty("observed").GetString().Should().Be("\"行\n\"");
        json.RootElement.GetProperty("held").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Many_writers_of_the_same_and_of_other_content_leave_whole_files_and_no_scraps()
    {
        var evidence = new EvidenceFolder(_folder.FullName);
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16 }, (i, _) =>
        {
            evidence.WriteAssertion(new string('甲', 5000), (i % 10).ToString(System.Globalization.CultureInfo.InvariantCulture), held: true);
            return ValueTask.CompletedTask;
        });

        _folder.GetFiles().Should().HaveCount(10).And.AllSatisfy(file =>
            file.Name.Split('.')[0].Should().Be(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName)))));
    }

    private static Exchange Exchange(string body) => new("付番", "api", "POST / HTTP/1.1\n\n" + body, "200", new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromMilliseconds(3));
}
