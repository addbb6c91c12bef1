using Conformance.Steps.Running;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Steps.Tests.Running;

public sealed class SettingCombinationsTests
{
    [Fact]
    public void Few_settings_are_tried_in_every_combination() =>
        SettingCombinations.Of(Options(2, 3, 2), 16).Select(Text).Should().HaveCount(12).And.OnlyHaveUniqueItems();

    [Fact]
    public void Without_settings_there_is_nothing_to_try() => SettingCombinations.Of(Options(), 16).Should().BeEmpty();

    [Fact]
    public void Ten_settings_of_two_values_need_far_fewer_than_a_thousand() => SettingCombinations.Of(Options([.. Enumerable.Repeat(2, 10)]), 16).Count.Should().BeLessThan(16);

    [Fact]
    public void Of_many_settings_each_two_values_meet_and_nothing_else_is_set() => Prop.ForAll(Gen.Choose(1, 5).ListOf().Where(sizes => sizes.Count is > 1 and < 8).ToArbitrary(), sizes =>
    {
        var options = Options([.. sizes]);
        var rows = SettingCombinations.Of(options, whole: 1);

        rows.Should().OnlyContain(row => row.Count == options.Count && row.All(item => options[item.Key].Contains(item.Value)));
        foreach (var one in options)
        {
            foreach (var other in options.Where(option => string.CompareOrdinal(option.Key, one.Key) > 0))
            {
                rows.Select(row => (row[one.Key], row[other.Key])).Distinct().Should().HaveCount(one.Value.Count * other.Value.Count);
            }
        }
    }).QuickCheckThrowOnFailure();

    private static Dictionary<string, IReadOnlyList<string>> Options(params int[] sizes) =>
        sizes.Select((size, i) => ($"s{i}", Values: (IReadOnlyList<string>)[.. Enumerable.Range(0, size).Select(value => $"v{value}")])).ToDictionary(option => option.Item1, option => option.Values);

    private static string Text(IReadOnlyDictionary<string, string> row) => string.Join(' ', row.OrderBy(item => item.Key).Select(item => item.Value));
}
