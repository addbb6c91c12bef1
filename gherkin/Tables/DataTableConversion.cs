namespace Conformance.Gherkin;

/// <summary>
/// Makes objects from tables and compares objects with them, under the names that Reqnroll uses. Columns are matched with properties and
/// constructor parameters without regard to case and blanks. Stricter than Reqnroll: a column that fits nothing and a cell that cannot
/// be converted are errors, never a default value.
/// </summary>
public static class DataTableConversion
{
    /// <summary>One object from a table of one row, or from a table of two columns that lists names and values.</summary>
    /// <exception cref="BindingException">A column fits no property, a cell cannot be converted, or the table has another shape.</exception>
    public static T CreateInstance<T>(this DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return (T)TableObject.Create(typeof(T), TableObject.SingleRow(table, typeof(T)));
    }

    /// <summary>The same with an object that is there already.</summary>
    /// <inheritdoc cref="CreateInstance{T}(DataTable)" path="/exception"/>
    public static T CreateInstance<T>(this DataTable table, Func<T> methodToCreateTheInstance)
    {
        ArgumentNullException.ThrowIfNull(methodToCreateTheInstance);
        var instance = methodToCreateTheInstance();
        table.FillInstance(instance!);
        return instance;
    }

    /// <summary>Sets the properties that the table names.</summary>
    /// <inheritdoc cref="CreateInstance{T}(DataTable)" path="/exception"/>
    public static void FillInstance(this DataTable table, object instance)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(instance);
        TableObject.Fill(instance, TableObject.SingleRow(table, instance.GetType()));
    }

    /// <summary>One object per row, each made by the function and then filled.</summary>
    /// <inheritdoc cref="CreateInstance{T}(DataTable)" path="/exception"/>
    public static IEnumerable<T> CreateSet<T>(this DataTable table, Func<T> methodToCreateEachInstance)
    {
        ArgumentNullException.ThrowIfNull(methodToCreateEachInstance);
        return table.CreateSet(_ => methodToCreateEachInstance());
    }

    /// <inheritdoc cref="CreateSet{T}(DataTable, Func{T})"/>
    public static IEnumerable<T> CreateSet<T>(this DataTable table, Func<DataTableRow, T> methodToCreateEachInstance)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(methodToCreateEachInstance);
        return
        [
            .. table.Rows.Select(row =>
            {
                var instance = methodToCreateEachInstance(row);
                TableObject.Fill(instance!, row);
                return instance;
            }),
        ];
    }

    /// <summary>One object per row.</summary>
    /// <inheritdoc cref="CreateInstance{T}(DataTable)" path="/exception"/>
    public static IEnumerable<T> CreateSet<T>(this DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Rows.Select(row => (T)TableObject.Create(typeof(T), row))];
    }

    /// <summary>Compares the properties that the table names.</summary>
    /// <exception cref="ComparisonException">A property has another value than its cell.</exception>
    /// <inheritdoc cref="CreateInstance{T}(DataTable)" path="/exception"/>
    public static void CompareToInstance<T>(this DataTable table, T instance)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(instance);
        var differences = TableObject.Differences(TableObject.SingleRow(table, typeof(T)), instance);
        if (differences.Count > 0)
        {
            throw new ComparisonException(string.Join('\n', differences));
        }
    }

    /// <summary>Whether the properties that the table names have the values of its cells.</summary>
    /// <inheritdoc cref="CreateInstance{T}(DataTable)" path="/exception"/>
    public static bool IsEquivalentToInstance<T>(this DataTable table, T instance)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(instance);
        return TableObject.Differences(TableObject.SingleRow(table, typeof(T)), instance).Count == 0;
    }

    /// <summary>Compares a set with the rows, by default without regard to order.</summary>
    /// <exception cref="ComparisonException">A row has no equal object, or an object no equal row.</exception>
    /// <inheritdoc cref="CreateInstance{T}(DataTable)" path="/exception"/>
    public static void CompareToSet<T>(this DataTable table, IEnumerable<T> set, bool sequentialEquality = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(set);
        List<T> left = [.. set];
        var missing = new List<string>();
        for (var i = 0; i < table.RowCount; i++)
        {
            var row = table.Rows[i];
            var found = sequentialEquality
                ? left.Count > 0 && TableObject.Differences(row, left[0]!).Count == 0 ? 0 : -1
                : left.FindIndex(one => TableObject.Differences(row, one!).Count == 0);
            if (found >= 0)
            {
                left.RemoveAt(found);
            }
            else
            {
                missing.Add($"- row {i + 1}: | {string.Join(" | ", row.Values)} |");
                if (sequentialEquality && left.Count > 0)
                {
                    left.RemoveAt(0);
                }
            }
        }

        if (missing.Count + left.Count > 0)
        {
            var surplus = left.Select(one => $"+ | {string.Join(" | ", table.Header.Select(column => TableObject.Text(one!, column)))} |");
            throw new ComparisonException($"The set differs from the table (- expected and missing, + found and not expected):\n{string.Join('\n', missing.Concat(surplus))}");
        }
    }
}
