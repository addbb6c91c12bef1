namespace Conformance.Cli.Tests;

public sealed class DeriveCommandTests
{
    [Fact]
    public async Task What_is_checked_in_is_what_is_derived() => (await ConformanceProgram.RunAsync("derive", "--check")).ExitCode.Should().Be(0);

    [Fact]
    public async Task A_changed_a_missing_and_an_added_feature_are_drift_until_derived_again()
    {
        using var home = new TemporaryFolder();
        Copy("standards", home);
        Copy("features", home);
        var features = Directory.GetFiles(home["features"], "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        await File.AppendAllTextAsync(features[0], "# by hand\n");
        File.Delete(features[1]);
        File.Copy(features[2], features[2].Replace(".feature", "-copy.feature", StringComparison.Ordinal));

        var drifted = await RunAsync(home, "derive", "--check");
        var derived = await RunAsync(home, "derive");
        var again = await RunAsync(home, "derive", "--check");

        drifted.ExitCode.Should().Be(1);
        drifted.Errors.Should().ContainAll(Path.GetFileName(features[0]), Path.GetFileName(features[1]), "-copy.feature").And.Contain("conformance derive");
        derived.ExitCode.Should().Be(0);
        again.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_standard_that_cannot_be_read_ends_with_2_and_every_problem_and_changes_no_feature()
    {
        using var home = new TemporaryFolder();
        Copy("standards", home);
        Copy("features", home);
        var functions = Directory.GetFiles(home["standards"], "functions.csv", SearchOption.AllDirectories).First();
        await File.WriteAllTextAsync(functions, (await File.ReadAllTextAsync(functions)).Replace("0310001", "31-1", StringComparison.Ordinal).Replace("◎", "必須", StringComparison.Ordinal));
        var before = Directory.GetFiles(home["features"], "*.feature", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        var result = await RunAsync(home, "derive");

        result.ExitCode.Should().Be(2);
        result.Errors.Should().ContainAll("CF1301", "CF1303");
        Directory.GetFiles(home["features"], "*.feature", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText).Should().Equal(before);
    }

    private static async Task<ProgramResult> RunAsync(TemporaryFolder home, params string[] arguments)
    {
        await using var program = ConformanceProgram.Start(new Dictionary<string, string> { ["CONFORMANCE_HOME"] = home.Path }, arguments);
        return await program.EndAsync();
    }

    private static void Copy(string room, TemporaryFolder home)
    {
        var source = Path.Combine(ConformanceProgram.Home, room);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = home[room, Path.GetRelativePath(source, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
