namespace Conformance.Cli.Tests;

public sealed class InternalErrorTests
{
    [Fact]
    public async Task What_nobody_expected_is_one_line_with_a_log_and_ends_with_4()
    {
        using var home = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path.Combine(ConformanceProgram.Home, "standards"), "*", SearchOption.AllDirectories))
        {
            var target = home[Path.GetRelativePath(ConformanceProgram.Home, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        // Where a feature is to be written there is a folder of its name.
        Directory.CreateDirectory(home["features", "031-jutogaisha-atena", "2.1", "kanri", "flow-031-1.feature"]);

        await using var program = ConformanceProgram.Start(new Dictionary<string, string> { ["CONFORMANCE_HOME"] = home.Path }, "derive");
        var result = await program.EndAsync();

        result.ExitCode.Should().Be(4);
        var line = result.Errors.TrimEnd().Should().StartWith("internal error: ").And.NotContain("\n").And.Subject;
        var log = Directory.GetFiles(home["artifacts"], "internal-error-*.log").Should().ContainSingle().Subject;
        line.Should().Contain(log);
        (await File.ReadAllTextAsync(log)).Should().ContainAll("arguments  derive", "   at ");
    }
}
