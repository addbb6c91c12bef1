using System.Text.Json;

namespace Conformance.Cli.Tests;

public sealed class StepsCommandTests
{
    [Fact]
    public async Task Every_step_of_the_checked_in_features_has_exactly_one_definition()
    {
        var result = await ConformanceProgram.RunAsync("steps", "--missing");
        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        result.Output.Should().StartWith("0 ");
    }

    [Fact]
    public async Task Definitions_are_found_by_their_words_and_by_a_step_that_they_fit()
    {
        var byWord = await ConformanceProgram.RunAsync("steps", "検査数字", "--json");
        var found = JsonDocument.Parse(byWord.Output).RootElement.EnumerateArray().ToList();
        found.Should().NotBeEmpty().And.OnlyContain(entry => entry.GetProperty("expression").GetString()!.Contains("検査数字") && entry.GetProperty("line").GetInt32() > 0);

        var byStep = await ConformanceProgram.RunAsync("steps", "住登外者「甲」がいる", "--json");
        JsonDocument.Parse(byStep.Output).RootElement.EnumerateArray().Should().ContainSingle().Which.GetProperty("uses").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task What_no_feature_uses_and_what_no_definition_fits_is_found()
    {
        using var folder = new TemporaryFolder();
        var feature = folder.Write("x.feature", """
            # language: ja
            機能: 例
              シナリオ: 一
                前提 住登外者「甲」がいる
                もし 「甲」が3人で市役所へ行く
            """);

        var unused = await ConformanceProgram.RunAsync("steps", "--unused", "--features", feature, "--json");
        JsonDocument.Parse(unused.Output).RootElement.EnumerateArray().Should().NotBeEmpty().And.OnlyContain(entry => entry.GetProperty("uses").GetInt32() == 0);

        var missing = await ConformanceProgram.RunAsync("steps", "--missing", "--features", feature);
        missing.ExitCode.Should().Be(4);
        missing.Output.Should().Contain("x.feature(5,5): もし 「甲」が3人で市役所へ行く").And.Contain("""[When("{string}が{int}人で市役所へ行く")]""").And.Contain("throw new PendingStepException();");
    }

    [Fact]
    public async Task A_step_that_nothing_fits_is_answered_with_the_definition_that_it_would_need()
    {
        var english = await ConformanceProgram.RunAsync("steps", "「甲」が3回飛ぶ", "--lang", "en");
        english.ExitCode.Should().Be(0);
        english.Output.Should().Contain("0 of ").And.Contain("No definition holds these words or fits this step.").And.Contain("""[StepDefinition("{string}が{int}回飛ぶ")]""");
    }

    [Theory]
    [InlineData("CF6077", "--bindings", "no-such.dll")]
    [InlineData("CF6078", "--features", "no-such-folder")]
    public async Task What_cannot_be_read_is_named(string code, string option, string value)
    {
        var result = await ConformanceProgram.RunAsync("steps", option, value);
        result.ExitCode.Should().Be(2);
        result.Errors.Should().Contain(code + " " + value);
    }
}
