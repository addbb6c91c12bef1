using System.Globalization;
using System.Reflection;

namespace Conformance.Gherkin;

/// <summary>Moves values between the cells of a row and the members of an object.</summary>
internal static class TableObject
{
    /// <summary>The only row, or the row that a table of names and values stands for.</summary>
    public static DataTableRow SingleRow(DataTable table, Type type)
    {
        if (IsVertical(table, type))
        {
            DataTableRow[] lines = [.. table.Rows];
            var header = table.Header.ToArray();
            var hasOwnHeader = Member(type, header[0]) is null;
            var pairs = lines.Select(line => (Name: line[0], Value: line[1]));
            var all = hasOwnHeader ? [.. pairs] : pairs.Prepend((Name: header[0], Value: header[1])).ToArray();
            var turned = new DataTable([.. all.Select(pair => pair.Name)]);
            turned.AddRow([.. all.Select(pair => pair.Value)]);
            return turned.Rows[0];
        }

        return table.RowCount == 1
            ? table.Rows[0]
            : throw Wrong("CF4113", $"The table has {table.RowCount} rows; one object has one row.", "Write one row, or two columns with names and values.");
    }

    public static object Create(Type type, DataTableRow row)
    {
        var constructor = type.GetConstructors().MinBy(candidate => candidate.GetParameters().Length);
        if (constructor is null && !type.IsValueType)
        {
            throw Wrong("CF4113", $"{type.Name} has no public constructor.", "Add one, or a [StepArgumentTransformation] that takes a DataTable.");
        }

        var parameters = constructor?.GetParameters() ?? [];
        var columns = row.Table.Header.ToDictionary(column => column, column => column, StringComparer.Ordinal);
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            var column = columns.Keys.FirstOrDefault(name => IsSame(name, parameter.Name!));
            if (column is null && !parameter.HasDefaultValue)
            {
                throw Wrong("CF4112", $"The table has no column for {type.Name}.{parameter.Name}.", $"Add the column 「{parameter.Name}」.");
            }

            arguments[i] = column is null ? parameter.DefaultValue : Convert(row[column], parameter.ParameterType, column);
            if (column is not null)
            {
                columns.Remove(column);
            }
        }

        var instance = constructor?.Invoke(arguments) ?? Activator.CreateInstance(type)!;
        Fill(instance, row, columns.Keys);
        return instance;
    }

    /// <summary>Sets the properties of all columns.</summary>
    public static void Fill(object instance, DataTableRow row) => Fill(instance, row, row.Table.Header);

    private static void Fill(object instance, DataTableRow row, IEnumerable<string> columns)
    {
        foreach (var column in columns)
        {
            if (Member(instance.GetType(), column) is not { CanWrite: true } property)
            {
                throw Unknown(instance.GetType(), column);
            }

            property.SetValue(instance, Convert(row[column], property.PropertyType, column));
        }
    }

    /// <summary>One line per cell whose member has another value.</summary>
    public static IReadOnlyList<string> Differences(DataTableRow row, object instance)
    {
        var differences = new List<string>();
        foreach (var (column, cell) in row)
        {
            var property = Member(instance.GetType(), column) ?? throw Unknown(instance.GetType(), column);
            var actual = property.GetValue(instance);
            var expected = cell.Length == 0 && (actual is null || property.PropertyType == typeof(string)) ? actual ?? "" : Convert(cell, property.PropertyType, column);
            if (!Equals(expected, actual ?? "") || cell.Length == 0 && actual is string { Length: > 0 })
            {
                differences.Add($"{column}: expected 「{cell}」, found 「{Text(instance, column)}」.");
            }
        }

        return differences;
    }

    public static string Text(object instance, string column) =>
        Member(instance.GetType(), column)?.GetValue(instance) is { } value ? System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";

    // A table of names and values has two columns, and its first column names members.
    private static bool IsVertical(DataTable table, Type type) =>
        table.Header.Count == 2
        && table.RowCount > 0
        && table.Rows.All(row => HasMember(type, row[0]))
        && (table.RowCount > 1 || !table.Header.All(column => HasMember(type, column)));

    private static bool HasMember(Type type, string name) =>
        Member(type, name) is not null || type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => IsSame(name, parameter.Name!)));

    private static PropertyInfo? Member(Type type, string column) =>
        Array.Find(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), property => IsSame(column, property.Name));

    private static bool IsSame(string column, string member) =>
        string.Equals(Bare(column), Bare(member), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter) && letter != '_'));

    private static object? Convert(string cell, Type type, string column) => LiteralConversion.TryConvert(cell, type, out var value)
        ? value
        : throw Wrong("CF4106", $"「{cell}」 in the column 「{column}」 cannot be converted to {type.Name}.", "Correct the cell.");

    private static BindingException Unknown(Type type, string column) =>
        Wrong("CF4112", $"{type.Name} has no property for the column 「{column}」.", "Correct the name of the column, or add the property.");

    private static BindingException Wrong(string code, string fact, string remedy) => new(new(code, "", 0, 0, fact, remedy));
}
