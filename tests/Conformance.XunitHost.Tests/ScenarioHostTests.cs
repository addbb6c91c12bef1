using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Conformance.XunitHost.Tests;

public sealed class ScenarioHostTests : IAsyncDisposable
{
    private readonly Retrying host = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Each_scenario_is_a_test_with_name_traits_and_skip()
    {
        var rows = await RowsAsync("features/*.feature");

        rows.Select(row => row.TestDisplayName).Should().Equal(
            "出来事: 通る", "出来事: 落ちる", "出来事: 定義がない", "出来事: 意味がない", "出来事: 待つ", "出来事: 二度目に通る", "出来事: 空", "出来事: 見送る", "出来事: 例 (通る)");
        var traits = rows[0].Traits!;
        traits["業務"].Should().Equal("例");
        traits["Category"].Should().Equal("夜間");
        traits["FeatureTitle"].Should().Equal("出来事");
        rows.Where(row => row.Skip is not null).Should().ContainSingle().Which.TestDisplayName.Should().EndWith("見送る");
        (await RowsAsync("features/*.feature", "@ignore")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_pattern_that_fits_nothing_says_how_to_copy_the_files() =>
        (await FluentActions.Awaiting(() => RowsAsync("nowhere/*.feature")).Should().ThrowAsync<InvalidOperationException>()).WithMessage("*CopyToOutputDirectory*");

    [Theory]
    [InlineData("通る", null)]
    [InlineData("二度目に通る", null)]
    [InlineData("落ちる", "features/出来事.feature(10,5): もし 落ちる\nだめ")]
    [InlineData("定義がない", "features/出来事.feature(13,5): no step definition fits 「「甲」がどこにもない」. Add one:\n[Given(\"{string}がどこにもない\")]*")]
    [InlineData("空", "The scenario has no steps, so it shows nothing.")]
    public async Task A_test_passes_and_fails_as_its_scenario_does_and_says_where(string title, string? failure)
    {
        var scenario = await CaseAsync(title);
        if (failure is null)
        {
            await host.RunAsync(scenario);
        }
        else
        {
            (await FluentActions.Awaiting(() => host.RunAsync(scenario)).Should().ThrowAsync<ScenarioFailedException>()).WithMessage(failure);
        }
    }

    [Theory]
    [InlineData("意味がない", "この団体では行わない")]
    [InlineData("待つ", "待機: 夜間バッチ")]
    public async Task What_has_no_meaning_here_or_waits_is_skipped_with_its_reason(string title, string reason)
    {
        var scenario = await CaseAsync(title);
        (await FluentActions.Awaiting(() => host.RunAsync(scenario)).Should().ThrowAsync<SkipException>()).WithMessage("*" + reason);
    }

    [Fact]
    public async Task A_file_that_does_not_parse_is_a_test_that_fails_with_the_place()
    {
        var row = (await RowsAsync("features/**/*.feature")).Single(row => row.TestDisplayName == "features/broken/壊れた.feature");
        (await FluentActions.Awaiting(() => host.RunAsync((ScenarioCase)row.GetData()[0]!)).Should().ThrowAsync<ScenarioFailedException>())
            .WithMessage("CF4001 features/broken/壊れた.feature(5,5): *");
    }

    [Fact]
    public async Task Hooks_of_run_and_feature_run_once_for_scenarios_side_by_side()
    {
        var (runs, features) = (Steps.Runs, Steps.FeaturesStarted);
        await using var own = new Retrying();
        var scenario = await CaseAsync("通る");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => own.RunAsync(scenario)));
        (Steps.Runs - runs).Should().Be(1);
        (Steps.FeaturesStarted - features).Should().Be(1);
    }

    private static async Task<ScenarioCase> CaseAsync(string title) =>
        (ScenarioCase)(await RowsAsync("features/*.feature")).Single(row => row.TestDisplayName == "出来事: " + title).GetData()[0]!;

    private static async Task<IReadOnlyList<ITheoryDataRow>> RowsAsync(string pattern, string? tags = null)
    {
        await using var disposal = new DisposalTracker();
        return [.. await new ScenariosAttribute(pattern) { Tags = tags }.GetData(typeof(ScenarioHostTests).GetMethods()[0], disposal)];
    }

    private sealed class Retrying : ScenarioHost
    {
        protected override IEnumerable<Assembly> StepAssemblies => [typeof(Steps).Assembly];

        protected override RunOptions Options => new() { Retries = 1 };
    }
}
