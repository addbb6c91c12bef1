namespace Conformance.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("derive", "--unknown-option")]
    [InlineData("no-such-command")]
    [InlineData("demo", "--driver", "telepathy")]
    [InlineData("run")]
    [InlineData("demo", "--parallel", "0")]
    public async Task A_wrong_command_line_ends_with_2_and_says_what_is_wrong(params string[] arguments)
    {
        var result = await ConformanceProgram.RunAsync(arguments);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("CF6012", "demo", "--fault", "no-such-fault", "--driver", "api")]
    [InlineData("CF6012", "demo", "--variant", "no-such-variant", "--driver", "api")]
    [InlineData("CF6011", "demo", "--standard", "999", "--driver", "api")]
    [InlineData("CF1001", "spec", "show", "999")]
    [InlineData("CF5001", "profile", "lint", "no-such.profile.yaml")]
    [InlineData("CF5001", "run", "--profile", "no-such.profile.yaml")]
    [InlineData("CF3001", "spec", "import", "no-such.xlsx", "--standard", "nowhere")]
    [InlineData("CF6041", "profile", "lint", "x", "--set", "target")]
    [InlineData("CF6042", "reference", "serve", "--neighbour", "http://127.0.0.1:1/")]
    [InlineData("CF6806", "mocks", "serve", "--port", "99999")]
    public async Task An_input_that_cannot_be_used_ends_with_2_and_its_code(string code, params string[] arguments)
    {
        var result = await ConformanceProgram.RunAsync(arguments);

        result.Errors.Should().StartWith(code);
        result.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Without_a_command_the_commands_are_listed()
    {
        var result = await ConformanceProgram.RunAsync();

        result.ExitCode.Should().Be(2);
        result.Output.Should().ContainAll("demo", "run", "derive", "spec", "profile", "mocks", "reference", "test");
    }

    [Fact]
    public async Task The_version_is_a_version()
    {
        var result = await ConformanceProgram.RunAsync("--version");

        result.ExitCode.Should().Be(0);
        Version.TryParse(result.Output.Trim(), out _).Should().BeTrue();
    }
}
