using Conformance.Spec.Forms;
using Conformance.Spec.Linkages;

namespace Conformance.Spec.Loading;

/// <summary>What forms, linkages, scope and items say about other files of the standard must be there.</summary>
internal static class PartsCheck
{
    public static void Check(Standard standard, ICollection<Problem> problems)
    {
        var functions = standard.Functions.Select(function => function.Id.Value).ToHashSet(StringComparer.Ordinal);
        var items = standard.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var form in standard.Forms)
        {
            Check(form, functions, items, problems);
        }

        foreach (var twice in standard.Forms.GroupBy(form => form.Id).Where(group => group.Count() > 1))
        {
            problems.Add(new Problem("CF1323", twice.Last().File, 0, 0, $"The form ID {twice.Key} occurs {twice.Count()} times.", "Give every form an ID of its own."));
        }

        foreach (var linkage in standard.Linkages)
        {
            Check(standard, linkage, functions, items, problems);
        }

        foreach (var table in standard.Tables)
        {
            foreach (var row in table.Rows.Where(row => !functions.Contains(row.Function.Value)))
            {
                problems.Add(new Problem("CF1355", table.File, row.Line, 1, $"The example {row.Id} is of the function {row.Function}, which functions.csv does not have.", "Add the function or correct the ID."));
            }
        }

        CheckScope(standard, functions, problems);
    }

    private static void Check(Form form, HashSet<string> functions, HashSet<string> items, ICollection<Problem> problems)
    {
        foreach (var unknown in form.Suppressions.Select(suppression => suppression.Function).Where(function => function.Length > 0).Prepend(form.Function.Value).Where(function => !functions.Contains(function)))
        {
            problems.Add(new Problem("CF1324", form.File, 1, 1, $"The form names the function {unknown}, which functions.csv does not have.", "Add the function or correct the ID."));
        }

        foreach (var item in form.Items.Where(item => !items.Contains(item.Item)))
        {
            problems.Add(new Problem("CF1325", form.File, item.Line, 1, $"「{item.Label}」 prints the item {item.Item}, which data-items.csv does not have.", "Add the item or correct the ID."));
        }

        foreach (var item in form.Never.Where(item => !items.Contains(item)))
        {
            problems.Add(new Problem("CF1325", form.File, 1, 1, $"`never:` names the item {item}, which data-items.csv does not have.", "Add the item or correct the ID."));
        }

        foreach (var item in form.Items.Where(item => form.Never.Contains(item.Item)))
        {
            problems.Add(new Problem("CF1326", form.File, item.Line, 1, $"「{item.Label}」 is printed, and `never:` forbids its item {item.Item}.", "Remove one of the two."));
        }

        foreach (var item in form.Suppressions.SelectMany(suppression => suppression.Items).Where(item => form.Items.All(printed => printed.Item != item)))
        {
            problems.Add(new Problem("CF1327", form.File, 1, 1, $"The item {item} is to be suppressed, and the form does not print it.", "Print it under `items:`, or remove it from `suppressions:`."));
        }
    }

    private static void Check(Standard standard, Linkage linkage, HashSet<string> functions, HashSet<string> items, ICollection<Problem> problems)
    {
        var file = Path.Combine(standard.Folder, "linkages.csv");
        foreach (var item in linkage.Items.Where(item => !items.Contains(item)))
        {
            problems.Add(new Problem("CF1334", file, linkage.Line, 1, $"The linkage {linkage.Id} carries the item {item}, which data-items.csv does not have.", "Add the item or correct the ID."));
        }

        foreach (var function in linkage.Functions.Where(function => !functions.Contains(function)))
        {
            problems.Add(new Problem("CF1335", file, linkage.Line, 1, $"The linkage {linkage.Id} names the function {function}, which functions.csv does not have.", "Add the function or correct the ID."));
        }

        if (linkage.Interface.Length > 0 && standard.Interfaces.All(known => known.Name != linkage.Interface))
        {
            problems.Add(new Problem("CF1336", file, linkage.Line, 1, $"The linkage {linkage.Id} names the interface {linkage.Interface}, which interfaces/ does not have.", "Add the document, correct the name, or leave the cell empty."));
        }
    }

    private static void CheckScope(Standard standard, HashSet<string> functions, ICollection<Problem> problems)
    {
        if (standard.Scope.Count == 0)
        {
            return;
        }

        var file = Path.Combine(standard.Folder, "scope.yaml");
        var named = standard.Scope.SelectMany(root => root.Walk()).SelectMany(part => part.Functions.Select(function => (Part: part, Function: function))).ToList();
        foreach (var (part, function) in named.Where(entry => !functions.Contains(entry.Function)))
        {
            problems.Add(new Problem("CF1345", file, part.Line, 1, $"「{part.Name}」 names the function {function}, which functions.csv does not have.", "Add the function or correct the ID."));
        }

        foreach (var twice in named.GroupBy(entry => entry.Function).Where(group => group.Count() > 1))
        {
            problems.Add(new Problem("CF1346", file, twice.Last().Part.Line, 1, $"The function {twice.Key} stands in {twice.Count()} parts of the scope.", "Keep it in the part that it belongs to."));
        }

        foreach (var missing in functions.Except(named.Select(entry => entry.Function)).Order(StringComparer.Ordinal))
        {
            problems.Add(new Problem("CF1347", file, 1, 1, $"The function {missing} stands in no part of the scope.", "Name it in the part that it belongs to."));
        }
    }
}
