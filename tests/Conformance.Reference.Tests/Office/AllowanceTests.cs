using System.Globalization;
using Conformance.Reference.Jidoteate;
using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Reference.Tests.Office;

public sealed class AllowanceTests
{
    private static readonly Allowance Sound = new(new Behaviour([], new HashSet<string>(), new HashSet<string>()));

    [Theory]
    [InlineData("2026-06", "2023-06-10", 15_000)]
    [InlineData("2026-07", "2023-06-10", 10_000)]
    [InlineData("2026-05", "2023-06-01", 15_000)]
    [InlineData("2026-06", "2023-06-01", 10_000)]
    [InlineData("2027-02", "2024-02-29", 15_000)]
    [InlineData("2027-03", "2024-02-29", 10_000)]
    [InlineData("2026-03", "2008-04-01", 10_000)]
    [InlineData("2026-04", "2008-04-01", 0)]
    [InlineData("2027-03", "2008-04-02", 10_000)]
    [InlineData("2027-04", "2008-04-02", 0)]
    [InlineData("2026-03", "2026-04-01", 0)]
    public void The_amount_of_one_child_changes_at_these_boundaries(string month, string born, int amount) =>
        Sound.Of(new Row { ["jido1_seinengappi"] = born }, month).Should().Be(amount.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-06", 50_000, "2014-08-20", "2017-08-20", "2020-05-05")]
    [InlineData("2026-06", 50_000, "2020-05-05", "2014-08-20", "2017-08-20")]
    [InlineData("2026-03", 40_000, "2004-04-01", "2012-08-20", "2016-08-20")]
    [InlineData("2026-04", 20_000, "2004-04-01", "2012-08-20", "2016-08-20")]
    [InlineData("2027-03", 40_000, "2004-04-02", "2012-08-20", "2016-08-20")]
    public void The_third_child_by_age_counts_with_elder_ones_to_the_fiscal_year_of_22(string month, int amount, params string[] born)
    {
        var row = new Row();
        for (var at = 0; at < born.Length; at++)
        {
            row[$"jido{at + 1}_seinengappi"] = born[at];
        }

        Sound.Of(row, month).Should().Be(amount.ToString(CultureInfo.InvariantCulture));
        row["jido1_kango"] = "0";
        Sound.Each(row, month).Should().NotContainKey(1, "nobody cares for it");
    }

    [Theory]
    [InlineData("2026-05-20", "", "2026-06")]
    [InlineData("2026-05-15", "2026-04-30", "2026-05")]
    [InlineData("2026-05-16", "2026-04-30", "2026-06")]
    [InlineData("2027-01-10", "2026-12-28", "2027-01")]
    [InlineData("2028-03-15", "2028-02-29", "2028-03")]
    public void Payment_begins_after_the_month_of_the_claim_or_of_an_event_within_fifteen_days(string claimed, string happened, string begin) =>
        Sound.Begin(claimed, happened).Should().Be(begin);

    [Fact]
    public void The_order_of_the_children_makes_no_difference_to_the_sum() => Prop.ForAll(
        Gen.Choose(0, 9000).ListOf(4).Select(days => days.Select(day => new DateOnly(2001, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList()).ToArbitrary(),
        days =>
        {
            var (row, reversed) = (new Row(), new Row());
            for (var at = 0; at < days.Count; at++)
            {
                row[$"jido{at + 1}_seinengappi"] = days[at];
                reversed[$"jido{days.Count - at}_seinengappi"] = days[at];
            }

            return Sound.Of(row, "2026-06") == Sound.Of(reversed, "2026-06");
        }).QuickCheckThrowOnFailure();
}
