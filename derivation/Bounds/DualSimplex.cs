namespace Conformance.Derivation.Bounds;

/// <summary>
/// The dual simplex method (Lemke 1954) in exact fractions, with Bland's rule against cycling: minimise c·x for x ≥ 0 where rows are ≥ or =,
/// all costs ≥ 0 and right sides ≥ 0, so that x = 0 is dual feasible and no first phase is needed.
/// </summary>
internal sealed class DualSimplex
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly bool[] _equal;
    private readonly Fraction[][] _table;
    private readonly Fraction[] _constant;
    private readonly Fraction[] _cost;
    private readonly int[] _basic;
    private readonly int[] _free;

    /// <param name="rows">Coefficients, right side, and whether the row is an equation.</param>
    public DualSimplex(IReadOnlyList<(int[] Coefficients, int Right, bool Equal)> rows, IReadOnlyList<int> costs)
    {
        (_rows, _columns) = (rows.Count, costs.Count);
        _equal = [.. rows.Select(row => row.Equal)];
        _table = [.. rows.Select(row => row.Coefficients.Select(value => (Fraction)value).ToArray())];
        _constant = [.. rows.Select(row => (Fraction)(-row.Right))];
        _cost = [.. costs.Select(value => (Fraction)value)];

        // Variables 0 … columns-1 are x, the rest what a row exceeds its right side by.
        _free = [.. Enumerable.Range(0, _columns)];
        _basic = [.. Enumerable.Range(_columns, _rows)];
    }

    /// <summary>Optimal value, x, and the multiplier of each row. Null where no x satisfies the rows.</summary>
    /// <exception cref="OverflowException">Numbers became too large.</exception>
    /// <param name="pivots">Steps after which to give up; the answer is then a lower bound all the same, without x.</param>
    public (Fraction Value, Fraction[]? X, Fraction[] Multipliers)? Solve(int pivots)
    {
        var value = (Fraction)0;
        for (; pivots > 0; pivots--)
        {
            var row = -1;
            for (var i = 0; i < _rows; i++)
            {
                if ((_constant[i].Sign < 0 || (_constant[i].Sign > 0 && IsFixed(_basic[i]))) && (row < 0 || _basic[i] < _basic[row]))
                {
                    row = i;
                }
            }

            if (row < 0)
            {
                break;
            }

            var raise = _constant[row].Sign < 0 ? 1 : -1;
            var column = -1;
            var best = (Fraction)0;
            for (var j = 0; j < _columns; j++)
            {
                if (IsFixed(_free[j]) || _table[row][j].Sign * raise <= 0)
                {
                    continue;
                }

                var ratio = _cost[j] / (_table[row][j] * raise);
                if (column < 0 || ratio < best || (ratio == best && _free[j] < _free[column]))
                {
                    (column, best) = (j, ratio);
                }
            }

            if (column < 0)
            {
                return null;
            }

            value += Pivot(row, column);
        }

        var multipliers = new Fraction[_rows];
        for (var j = 0; j < _columns; j++)
        {
            if (_free[j] >= _columns)
            {
                multipliers[_free[j] - _columns] = _cost[j];
            }
        }

        if (pivots == 0)
        {
            return (value, null, multipliers);
        }

        var x = new Fraction[_columns];
        for (var i = 0; i < _rows; i++)
        {
            if (_basic[i] < _columns)
            {
                x[_basic[i]] = _constant[i];
            }
        }

        return (value, x, multipliers);
    }

    private bool IsFixed(int variable) => variable >= _columns && _equal[variable - _columns];

    // basic[row] = constant + Σ table·free is solved for free[column] and put in everywhere; the change of the value is returned.
    private Fraction Pivot(int row, int column)
    {
        var pivot = _table[row][column];
        var from = _table[row];
        for (var j = 0; j < _columns; j++)
        {
            from[j] = j == column ? 1 / pivot : -(from[j] / pivot);
        }

        _constant[row] = -(_constant[row] / pivot);
        for (var i = 0; i < _rows; i++)
        {
            if (i != row && _table[i][column].Sign != 0)
            {
                _constant[i] += Replace(_table[i], from, column) * _constant[row];
            }
        }

        var cost = Replace(_cost, from, column);
        (_basic[row], _free[column]) = (_free[column], _basic[row]);
        return cost * _constant[row];
    }

    private Fraction Replace(Fraction[] to, Fraction[] from, int column)
    {
        var factor = to[column];
        if (factor.Sign == 0)
        {
            return factor;
        }

        to[column] = 0;
        for (var j = 0; j < _columns; j++)
        {
            if (from[j].Sign != 0)
            {
                to[j] += factor * from[j];
            }
        }

        return factor;
    }
}
