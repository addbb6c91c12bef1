using System.Diagnostics;

namespace Conformance.Cli.Tests;

/// <summary>The launcher, in a small tree of its own and with a <c>dotnet</c> that only writes down what it is asked.</summary>
public sealed class LauncherTests : IDisposable
{
    private const string FakeDotnet = """
        #!/bin/sh
        echo "$*" >> "$LAUNCHER_LOG"
        case $1 in
          build)
            echo "a lot of talk"
            if [ -n "$LAUNCHER_BREAK" ]; then echo "spec/A.cs(1,2): error CS1002: ; expected"; exit 1; fi
            mkdir -p cli/bin/Release/net10.0 && touch cli/bin/Release/net10.0/Conformance.Cli.dll ;;
          --version) echo 10.0.100 ;;
          *) echo "program: $2"; exit 42 ;;
        esac
        """;

    private readonly TemporaryFolder tree = new();

    public LauncherTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher of Windows is conformance.cmd.");
        foreach (var room in new[] { "spec", "derivation", "gherkin", "steps", "drivers", "mocks", "fixtures", "verdicts", "reports", "cli", "reference", "tools" })
        {
            Directory.CreateDirectory(tree[room]);
            tree.Write(room + "/A.cs", "");
        }

        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", "global.json" })
        {
            tree.Write(file, "");
        }

        File.Copy(Path.Combine(ConformanceProgram.Home, "conformance"), tree["conformance"]);
        tree.Write("tools/dotnet", FakeDotnet);
        const UnixFileMode executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(tree["conformance"], executable);
            File.SetUnixFileMode(tree["tools", "dotnet"], executable);
        }
    }

    private int Builds => File.ReadAllLines(tree["log"]).Count(line => line.StartsWith("build ", StringComparison.Ordinal));

    [Fact]
    public async Task It_builds_quietly_once_and_passes_arguments_output_and_exit_code_through()
    {
        var first = await LaunchAsync("hello");
        var second = await LaunchAsync("hello");

        first.Should().Be(new ProgramResult(42, "program: hello\n", ""));
        second.Should().Be(first);
        Builds.Should().Be(1);
    }

    [Theory]
    [InlineData("spec/A.cs")]
    [InlineData("spec/New.cs")]
    [InlineData("Directory.Build.props")]
    public async Task A_source_that_is_newer_is_built(string file)
    {
        await LaunchAsync("hello");
        tree.Write(file, "changed");
        File.SetLastWriteTimeUtc(tree[file], File.GetLastWriteTimeUtc(tree["cli", "bin", "Release", ".built"]).AddSeconds(1));

        await LaunchAsync("hello");

        Builds.Should().Be(2);
    }

    [Fact]
    public async Task A_source_that_was_removed_and_a_program_that_is_missing_are_built()
    {
        await LaunchAsync("hello");
        File.Delete(tree["spec", "A.cs"]);
        await LaunchAsync("hello");
        File.Delete(tree["cli", "bin", "Release", "net10.0", "Conformance.Cli.dll"]);
        await LaunchAsync("hello");

        Builds.Should().Be(3);
    }

    [Fact]
    public async Task A_build_that_fails_shows_its_errors_and_the_next_call_builds_again()
    {
        var broken = await LaunchAsync("hello", breaks: true);
        var repaired = await LaunchAsync("hello");

        broken.ExitCode.Should().Be(4);
        broken.Output.Should().BeEmpty();
        broken.Errors.Should().StartWith("spec/A.cs(1,2): error CS1002").And.NotContain("a lot of talk");
        repaired.ExitCode.Should().Be(42);
    }

    [Fact]
    public async Task It_works_through_a_link_from_elsewhere()
    {
        File.CreateSymbolicLink(tree["tools", "linked"], "../conformance");

        (await LaunchAsync("hello", program: tree["tools", "linked"])).ExitCode.Should().Be(42);
    }

    public void Dispose() => tree.Dispose();

    private async Task<ProgramResult> LaunchAsync(string argument, bool breaks = false, string? program = null)
    {
        var start = new ProcessStartInfo(program ?? tree["conformance"], [argument]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["PATH"] = tree["tools"] + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["LAUNCHER_LOG"] = tree["log"];
        start.Environment["LAUNCHER_BREAK"] = breaks ? "yes" : "";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, output, await errors);
    }
}
