using Conformance.Drivers.Proposals;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Drivers.Tests.Proposals;

public sealed class AssignmentTests
{
    [Fact]
    public void The_total_is_that_of_the_best_of_all_assignments() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>().Filter(bytes => bytes.Length is > 3 and < 30),
        bytes =>
        {
            var (rows, columns) = ((bytes[0] % 4) + 1, (bytes[1] % 4) + 1);
            double Value(int i, int j) => (bytes[2 + (((i * columns) + j) % (bytes.Length - 2))] % 20) - 4;

            var found = Assignment.Best(rows, columns, Value);

            found.Where(column => column >= 0).Should().OnlyHaveUniqueItems();
            return Math.Abs(found.Select((column, i) => column < 0 ? 0 : Value(i, column)).Sum() - BestOfAll(0, [], rows, columns, Value)) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_that_gains_nothing_anywhere_gets_no_column() => Assignment.Best(2, 2, (i, _) => i == 0 ? 1 : -1).Should().HaveElementAt(1, -1);

    private static double BestOfAll(int row, IReadOnlyList<int> taken, int rows, int columns, Func<int, int, double> value) => row == rows ? 0
        : Enumerable.Range(0, columns).Where(column => !taken.Contains(column) && value(row, column) > 0)
            .Select(column => value(row, column) + BestOfAll(row + 1, [.. taken, column], rows, columns, value)).Append(BestOfAll(row + 1, taken, rows, columns, value)).Max();
}
