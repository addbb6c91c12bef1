namespace Conformance.Drivers.Proposals;

/// <summary>The assignment with the greatest total (Kuhn 1955, Munkres 1957; shortest augmenting paths after Jonker and Volgenant 1987), O(n²m).</summary>
internal static class Assignment
{
    /// <param name="value">What row i gains with column j; 0 or less: as good as none.</param>
    /// <returns>For each row its column; -1 where it gains nothing.</returns>
    public static int[] Best(int rows, int columns, Func<int, int, double> value)
    {
        // As many columns that gain nothing as there are rows, so that nobody has to take a bad one.
        var width = columns + rows;
        double Cost(int i, int j) => j < columns ? -Math.Max(0, value(i, j)) : 0;
        var (left, right) = (new double[rows + 1], new double[width + 1]);
        var (owner, way) = (new int[width + 1], new int[width + 1]);
        for (var i = 1; i <= rows; i++)
        {
            owner[0] = i;
            var column = 0;
            var least = new double[width + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[width + 1];
            do
            {
                used[column] = true;
                var (row, delta, next) = (owner[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= width; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    var reduced = Cost(row - 1, j - 1) - left[row] - right[j];
                    if (reduced < least[j])
                    {
                        (least[j], way[j]) = (reduced, column);
                    }

                    if (least[j] < delta)
                    {
                        (delta, next) = (least[j], j);
                    }
                }

                for (var j = 0; j <= width; j++)
                {
                    if (used[j])
                    {
                        left[owner[j]] += delta;
                        right[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                column = next;
            }
            while (owner[column] != 0);

            do
            {
                var before = way[column];
                owner[column] = owner[before];
                column = before;
            }
            while (column != 0);
        }

        var found = new int[rows];
        Array.Fill(found, -1);
        for (var j = 1; j <= columns; j++)
        {
            if (owner[j] > 0 && value(owner[j] - 1, j - 1) > 0)
            {
                found[owner[j] - 1] = j - 1;
            }
        }

        return found;
    }
}
