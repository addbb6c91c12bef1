using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Conformance.Cli.Kit;
using Conformance.Spec;

namespace Conformance.Cli.Tests;

public sealed class KitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_bill_of_materials_lists_packages_runtime_and_what_was_built_in_each_once()
    {
        const string Dependencies = """
            {"libraries": {
              "Conformance.Cli/0.1.0": {"type": "project", "sha512": ""},
              "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12": {"type": "runtimepack", "sha512": ""},
              "YamlDotNet/16.3.0": {"type": "package", "sha512": "sha512-AQID"}
            }}
            """;

        var bill = JsonDocument.Parse(BillOfMaterials.Of("0.1.0", DateTimeOffset.UnixEpoch, [Dependencies, Dependencies], [("NotoSansCJK-Regular.ttc", "as installed", "OFL-1.1")])).RootElement;

        bill.GetProperty("bomFormat").GetString().Should().Be("CycloneDX");
        var components = bill.GetProperty("components").EnumerateArray().ToDictionary(component => component.GetProperty("purl").GetString()!);
        components.Keys.Should().BeEquivalentTo(
            "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.12", "pkg:nuget/YamlDotNet@16.3.0", "pkg:npm/%40cucumber/html-formatter@24.2.0", "pkg:npm/bpmn-js@18.31.1",
            "pkg:generic/NotoSansCJK-Regular.ttc@as%20installed");
        components["pkg:nuget/YamlDotNet@16.3.0"].GetProperty("hashes")[0].GetProperty("content").GetString().Should().Be("010203");
    }

    [Fact]
    public void What_is_built_in_is_listed_with_the_version_that_its_own_file_states()
    {
        var viewer = File.ReadLines(Path.Combine(ConformanceProgram.Home, "reports", "Html", "bpmn-js", "bpmn-viewer.production.min.js")).First();
        var project = File.ReadAllText(Path.Combine(ConformanceProgram.Home, "gherkin", "Conformance.Gherkin.csproj"));

        viewer.Should().Contain("v" + BillOfMaterials.BuiltIn.Single(part => part.Name == "bpmn-js").Version + " ");
        project.Should().Contain("@cucumber/html-formatter " + BillOfMaterials.BuiltIn.Single(part => part.Name == "@cucumber/html-formatter").Version + " ");
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("win-x64")]
    public void The_same_contents_make_the_same_archive_with_a_sum_for_every_file(string id)
    {
        var system = KitSystem.All.Single(one => one.Id == id);
        var kit = new KitFolder(folder["kit"]);
        kit.Write("conformance", "#!/bin/sh\n");
        kit.Write("docs/手引き.md", "手引き");
        kit.WriteSums();

        kit.Pack(folder["a" + system.Archive], system, file => file == "conformance");
        kit.Pack(folder["b" + system.Archive], system, file => file == "conformance");

        File.ReadAllBytes(folder["a" + system.Archive]).Should().Equal(File.ReadAllBytes(folder["b" + system.Archive]));
        File.ReadAllLines(folder["kit", KitFolder.Sums]).Select(line => line[66..]).Should().Equal("conformance", "docs/手引き.md");
        Entries(folder["a" + system.Archive], system).Should().BeEquivalentTo("kit/SHA256SUMS", "kit/conformance" + (system.IsWindows ? "" : "*"), "kit/docs/手引き.md");
    }

    [Fact]
    public void On_a_wrong_system_or_incomplete_a_kit_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The launcher is a script of a POSIX shell.");

        Launch(KitSystem.All.Single(system => system.IsWindows)).Should().Be((4, "conformance: this kit is for win-x64 (Windows); use the kit for linux-x64 here.\n"));
        Launch(KitSystem.All.Single(system => !system.IsWindows)).Should().Be((4, "conformance: the kit is not complete. Unpack it again, and check it with: sha256sum -c SHA256SUMS\n"));
        KitLauncher.Prompt(KitSystem.All.Single(system => !system.IsWindows)).Should().Contain("this kit is for linux-x64").And.NotContain("app\\");
    }

    [Fact]
    public void A_link_to_the_command_of_a_kit_starts_the_kit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The launcher is a script of a POSIX shell.");
        Directory.CreateDirectory(folder["kit", "app"]);
        Directory.CreateDirectory(folder["elsewhere"]);
        File.WriteAllText(folder["kit", "app", "libcoreclr.so"], "");
        File.WriteAllText(folder["kit", "app", "Conformance.Cli"], "#!/bin/sh\necho \"started $*\" >&2\nexit 7\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["kit", "app", "Conformance.Cli"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        File.WriteAllText(folder["kit", "conformance"], KitLauncher.Shell(KitSystem.All.Single(system => !system.IsWindows)).ReplaceLineEndings("\n"));
        File.CreateSymbolicLink(folder["elsewhere", "first"], "../kit/conformance");
        File.CreateSymbolicLink(folder["conformance"], folder["elsewhere", "first"]);

        Start(folder["conformance"]).Should().Be((7, "started --version\n"));
    }

    [Fact]
    public async Task Without_sources_or_with_a_folder_that_holds_no_browser_nothing_is_made()
    {
        var builder = new KitBuilder(new ProjectFolders(folder.Path), KitSystem.All[0], TimeProvider.System);
        var here = new KitBuilder(new ProjectFolders(ConformanceProgram.Home), KitSystem.All[0], TimeProvider.System);

        (await FluentActions.Awaiting(() => builder.BuildAsync(folder["kit.tar.gz"], null, [], TestContext.Current.CancellationToken)).Should().ThrowAsync<BadInputException>())
            .Which.Problems.Should().ContainSingle(problem => problem.Code == "CF6190");
        (await FluentActions.Awaiting(() => here.BuildAsync(folder["kit.tar.gz"], folder.Path, [], TestContext.Current.CancellationToken)).Should().ThrowAsync<BadInputException>())
            .Which.Problems.Should().ContainSingle(problem => problem.Code == "CF6192");
        Directory.GetFiles(folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task A_place_where_nothing_can_be_written_is_told_before_anything_is_built()
    {
        var here = new KitBuilder(new ProjectFolders(ConformanceProgram.Home), KitSystem.All[0], TimeProvider.System);
        var file = folder.Write("file", "");
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(10));

        (await FluentActions.Awaiting(() => here.BuildAsync(Path.Combine(file, "kit.tar.gz"), null, [], soon.Token)).Should().ThrowAsync<BadInputException>())
            .Which.Problems.Should().ContainSingle(problem => problem.Code == "CF6031");
    }

    private (int ExitCode, string Errors) Launch(KitSystem system) => Start(folder.Write("conformance", KitLauncher.Shell(system).ReplaceLineEndings("\n")));

    private static (int ExitCode, string Errors) Start(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", [script, "--version"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    /// <summary>Names of the files; a * where a program is meant.</summary>
    private static List<string> Entries(string archive, KitSystem system)
    {
        using var stream = File.OpenRead(archive);
        if (system.IsWindows)
        {
            using var zip = new ZipArchive(stream);
            return [.. zip.Entries.Select(entry => entry.FullName)];
        }

        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        var names = new List<string>();
        while (tar.GetNextEntry() is { } entry)
        {
            names.Add(entry.Name + ((entry.Mode & UnixFileMode.UserExecute) != 0 ? "*" : ""));
        }

        return names;
    }
}
