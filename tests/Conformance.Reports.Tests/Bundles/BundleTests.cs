using System.IO.Compression;
using System.Text;
using Conformance.Reports.Bundles;
using Conformance.Spec;
using FluentAssertions;

namespace Conformance.Reports.Tests.Bundles;

public sealed class BundleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_verifies_with_the_public_key_of_its_signer()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        var manifest = await folder.PackAsync(Token);

        var intact = (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Intact>().Subject;

        intact.KeyId.Should().Be(folder.Key.Id);
        intact.Manifest.Should().BeEquivalentTo(manifest);
        intact.Manifest.Files.Select(file => file.Path).Should().BeInAscendingOrder(StringComparer.Ordinal).And.Contain("result.json").And.HaveCount(8);
        intact.Manifest.Runs.Should().ContainSingle().Which.Verdict.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_flipped_byte_anywhere_is_noticed_unless_it_changes_no_file()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        var sound = await File.ReadAllBytesAsync(folder.Bundle, Token);
        var files = Unpacked(sound);
        var noticed = 0;
        for (var at = 0; at < sound.Length; at += 7)
        {
            var changed = (byte[])sound.Clone();
            changed[at] ^= 0x10;
            await File.WriteAllBytesAsync(folder.Bundle, changed, Token);
            if (await folder.VerifyAsync(Token) is BundleVerdict.Intact)
            {
                // Unused bits of a compressed stream, or a field that no program unpacks by.
                Unpacked(changed).Should().BeEquivalentTo(files, $"byte {at} was flipped and nobody noticed");
            }
            else
            {
                noticed++;
            }
        }

        noticed.Should().BeGreaterThan(sound.Length / 7 * 9 / 10);
    }

    [Theory]
    [InlineData("files/result.json")]
    [InlineData("files/report.html")]
    [InlineData("manifest.json")]
    [InlineData("attestation.dsse.json")]
    public async Task Other_content_is_refused_by_name(string entry)
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, (name, content) => (name, name == entry ? [.. content[..^10], (byte)(content[^10] ^ 1), .. content[^9..]] : content));

        var broken = (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Broken>().Subject;

        broken.Entry.Should().Be(entry);
    }

    [Fact]
    public async Task An_added_file_is_refused_by_name()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, add: [("files/evidence/extra.txt", "x"u8.ToArray())]);

        (await folder.VerifyAsync(Token)).Should().BeEquivalentTo(new BundleVerdict.Broken("files/evidence/extra.txt", BundleFault.Added, ""));
    }

    [Fact]
    public async Task A_removed_file_is_refused_by_name()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, (name, content) => name == "files/report.html" ? null : (name, content));

        (await folder.VerifyAsync(Token)).Should().BeEquivalentTo(new BundleVerdict.Broken("files/report.html", BundleFault.Missing, ""));
    }

    [Fact]
    public async Task A_renamed_file_is_refused_by_name()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, (name, content) => (name == "files/report.html" ? "files/Report2.html" : name, content));

        (await folder.VerifyAsync(Token)).Should().BeEquivalentTo(new BundleVerdict.Broken("files/Report2.html", BundleFault.Added, ""));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("files/../../outside.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/windows.txt")]
    [InlineData("files\\..\\x")]
    public async Task A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, add: [(name, "x"u8.ToArray())]);

        (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Broken>().Which.Should().Match<BundleVerdict.Broken>(broken => broken.Entry == name && broken.Fault == BundleFault.UnsafeName);
    }

    [Theory]
    [InlineData("files/report.html")]
    [InlineData("files/REPORT.html")]
    public async Task A_name_that_occurs_twice_is_refused(string name)
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, add: [(name, "x"u8.ToArray())]);

        (await folder.VerifyAsync(Token)).Should().BeEquivalentTo(new BundleVerdict.Broken(name, BundleFault.DuplicateName, ""));
    }

    [Fact]
    public async Task A_file_that_unpacks_to_more_than_was_signed_is_left_at_the_signed_size()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, (name, content) => (name, name == "files/report.html" ? new byte[64 << 20] : content));

        (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Broken>().Which.Should().Match<BundleVerdict.Broken>(broken => broken.Entry == "files/report.html" && broken.Fault == BundleFault.TooLarge);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    [InlineData(0.9999)]
    public async Task A_truncated_file_is_no_archive(double kept)
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        var sound = await File.ReadAllBytesAsync(folder.Bundle, Token);
        await File.WriteAllBytesAsync(folder.Bundle, sound[..(int)(sound.Length * kept)], Token);

        (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Broken>().Which.Fault.Should().Be(BundleFault.NotAnArchive);
    }

    [Fact]
    public async Task A_signature_by_another_key_is_refused()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        using var other = SigningKey.New();

        (await folder.VerifyAsync(Token, BundleTrust.OfKey(other.PublicPem(), "other.pem"))).Should().BeOfType<BundleVerdict.Broken>()
            .Which.Should().Match<BundleVerdict.Broken>(broken => broken.Entry == "attestation.dsse.json" && broken.Fault == BundleFault.NotSigned && broken.Detail.Contains(folder.Key.Id));
    }

    [Fact]
    public async Task An_old_manifest_with_its_signature_does_not_cover_new_files()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        var old = Unpacked(await File.ReadAllBytesAsync(folder.Bundle, Token));
        await File.WriteAllTextAsync(Path.Combine(folder.Run, "report.html"), "<!doctype html><title>よい報告</title>", Token);
        await folder.PackAsync(Token);
        Rewrite(folder.Bundle, (name, content) => (name, name is "manifest.json" or "attestation.dsse.json" ? old[name] : content));

        (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Broken>().Which.Should().Match<BundleVerdict.Broken>(broken => broken.Entry == "files/report.html" && broken.Fault == BundleFault.Differs);
    }

    [Fact]
    public async Task Bytes_that_belong_to_no_entry_are_refused()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        var sound = await File.ReadAllBytesAsync(folder.Bundle, Token);
        await File.WriteAllBytesAsync(folder.Bundle, [.. "#!/bin/sh\n"u8, .. sound], Token);

        (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Broken>();
    }

    [Fact]
    public async Task Random_bytes_are_no_archive()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await File.WriteAllBytesAsync(folder.Bundle, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ただの文章です。", 100))), Token);

        (await folder.VerifyAsync(Token)).Should().BeOfType<BundleVerdict.Broken>().Which.Fault.Should().Be(BundleFault.NotAnArchive);
        (await BundleReader.ReadManifestAsync(folder.Bundle, Token)).Should().BeNull();
    }

    [Fact]
    public async Task A_folder_without_a_result_is_no_run_and_leaves_no_file()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        File.Delete(Path.Combine(folder.Run, "result.json"));

        var pack = () => folder.PackAsync(Token);

        (await pack.Should().ThrowAsync<BadInputException>()).Which.Problems.Should().ContainSingle(problem => problem.Code == "CF7103");
        File.Exists(folder.Bundle).Should().BeFalse();
    }

    [Fact]
    public async Task A_key_outside_its_validity_or_revoked_does_not_count()
    {
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token);
        var pem = folder.Key.PublicPem().Replace("\n", "\n      ", StringComparison.Ordinal).TrimEnd();
        string List(string rest) => $"keys:\n  - name: 検査係\n    key: |\n      {pem}\n{rest}";

        using var valid = BundleTrust.OfList(List("    from: 2020-01-01\n"), "trust.yaml");
        using var ended = BundleTrust.OfList(List("    until: 2021-01-01\n"), "trust.yaml");
        using var revoked = BundleTrust.OfList(List("    revoked: 2099-01-01\n"), "trust.yaml");

        (await folder.VerifyAsync(Token, valid)).Should().BeOfType<BundleVerdict.Intact>().Which.Signer.Should().Be("検査係");
        (await folder.VerifyAsync(Token, ended)).Should().BeOfType<BundleVerdict.Broken>().Which.Fault.Should().Be(BundleFault.KeyRefused);
        (await folder.VerifyAsync(Token, revoked)).Should().BeOfType<BundleVerdict.Broken>().Which.Fault.Should().Be(BundleFault.KeyRefused, "who holds a stolen key can claim any time");
    }

    [Fact]
    public void A_trust_list_says_all_that_is_wrong_with_it()
    {
        var read = () => BundleTrust.OfList("keys:\n  - name: 甲\n    key: nonsense\n    from: yesterday\n    typo: 1\n", "trust.yaml");

        read.Should().Throw<BadInputException>().Which.Problems.Select(problem => problem.Code).Should().Contain(["CF7102", "CF7106"]).And.HaveCount(3);
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
    }

    // As an attacker would: a new archive with the entries that they like, in the form that the writer gives them.
    private static void Rewrite(string file, Func<string, byte[], (string Name, byte[] Content)?>? change = null, (string Name, byte[] Content)[]? add = null)
    {
        var old = new ZipArchive(new MemoryStream(File.ReadAllBytes(file)), ZipArchiveMode.Read);
        var entries = old.Entries.Select(entry => change is null ? (entry.FullName, Content(entry)) : change(entry.FullName, Content(entry))).OfType<(string Name, byte[] Content)>().Concat(add ?? []).ToList();
        using var stream = File.Create(file);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            entry.ExternalAttributes = 0;
            using var target = entry.Open();
            target.Write(content);
        }
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var source = entry.Open();
        source.CopyTo(content);
        return content.ToArray();
    }
}
