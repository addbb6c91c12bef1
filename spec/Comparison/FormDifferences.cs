using Conformance.Spec.Forms;

namespace Conformance.Spec.Comparison;

/// <summary>Forms and what is printed on them.</summary>
internal static class FormDifferences
{
    public static IEnumerable<Difference> Between(Standard old, Standard @new)
    {
        var before = old.Forms.DistinctBy(form => form.Id).ToDictionary(form => form.Id, StringComparer.Ordinal);
        foreach (var form in @new.Forms)
        {
            if (!before.Remove(form.Id, out var was))
            {
                yield return new Difference(StandardPart.Form, DifferenceKind.Added, form.Id, form.Name, "", "", Labels(form));
                continue;
            }

            Difference Changed(DifferenceKind kind, string aspect, string left, string right) => new(StandardPart.Form, kind, form.Id, form.Name, aspect, left, right);

            (DifferenceKind Kind, string Aspect, string Before, string After)[] texts =
            [
                (DifferenceKind.Renamed, "帳票名称", was.Name, form.Name), (DifferenceKind.Changed, "機能ID", was.Function.Value, form.Function.Value), (DifferenceKind.Changed, "受取人", was.Recipient, form.Recipient),
                (DifferenceKind.Changed, "契機", was.Trigger, form.Trigger), (DifferenceKind.Reworded, "表題", string.Join('、', was.Titles), string.Join('、', form.Titles)),
                (DifferenceKind.Changed, "抑止", Suppressions(was), Suppressions(form)), (DifferenceKind.Changed, "印字しない項目", string.Join('、', was.Never), string.Join('、', form.Never)),
            ];
            foreach (var text in texts.Where(text => text.Before != text.After))
            {
                yield return Changed(text.Kind, text.Aspect, text.Before, text.After);
            }

            var printed = was.Items.DistinctBy(item => item.Label).ToDictionary(item => item.Label, StringComparer.Ordinal);
            foreach (var item in form.Items)
            {
                if (!printed.Remove(item.Label, out var old1))
                {
                    yield return Changed(DifferenceKind.Added, item.Label, "", Text(item));
                }
                else if (Text(old1) != Text(item))
                {
                    yield return Changed(DifferenceKind.Changed, item.Label, Text(old1), Text(item));
                }
            }

            foreach (var item in printed.Values)
            {
                yield return Changed(DifferenceKind.Removed, item.Label, Text(item), "");
            }
        }

        foreach (var form in before.Values)
        {
            yield return new Difference(StandardPart.Form, DifferenceKind.Removed, form.Id, form.Name, "", Labels(form), "");
        }
    }

    private static string Labels(Form form) => string.Join('、', form.Items.Select(item => item.Label));

    private static string Text(FormItem item) => $"{item.Item} {item.Format}{(item.Required ? "" : "（" + item.When + "）")}";

    private static string Suppressions(Form form) => string.Join('；', form.Suppressions.Select(suppression => $"{suppression.When}：{string.Join('、', suppression.Items)}→{suppression.Text}"));
}
