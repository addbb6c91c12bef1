using Conformance.Spec.Forms;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Loading;

/// <summary>Reads the forms under <c>forms/</c>, one file each.</summary>
internal static class FormReader
{
    private static readonly string[] Formats = ["そのまま", "和暦", "西暦", "和暦年月", "金額", "コードの内容", "郵便番号"];

    public static IReadOnlyList<Form> ReadAll(string folder, ICollection<Problem> problems) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => Read(file, problems)).OfType<Form>()];

    private static Form? Read(string file, ICollection<Problem> problems)
    {
        var root = YamlMap.Parse(File.ReadAllText(file), file, problems);
        var word = root.Required("basis");
        if (Words.EnglishBasis(word) is not { } basis)
        {
            root.Report("CF1404", root, $"「{word}」 is no basis.", "Use official, assumed, ambiguous or illustrative.");
            basis = Basis.Illustrative;
        }

        var function = root.Required("function");
        var items = root.Maps("items").Select(Item).ToList();
        var suppressions = root.Maps("suppressions").Select(Suppression).ToList();
        var (id, name, recipient, never, titles) = (root.Required("id"), root.Required("name"), root.Required("recipient"), root.Texts("never"), root.Texts("titles"));
        var (trigger, source) = (root.Required("trigger"), root.Required("source"));
        root.Optional("note");
        root.RefuseUnknownKeys();
        if (items.Count == 0)
        {
            root.Report("CF1321", root, $"The form {id} prints nothing.", "List what it prints under `items:`.");
        }

        if (!FunctionId.IsValid(function))
        {
            root.Report("CF1301", root, $"「{function}」 is no function ID.", "Use seven digits, or a clause such as 児手-2.1.3 in an illustrative standard.");
            return null;
        }

        return new Form(id, name, new FunctionId(function), recipient, items, suppressions, never) { File = file, Trigger = trigger, Source = source, Basis = basis, Titles = titles };
    }

    private static FormItem Item(YamlMap map)
    {
        var format = map.Optional("format") ?? Formats[0];
        if (!Formats.Contains(format))
        {
            map.Report("CF1322", map, $"「{format}」 is no format of a printed item.", "Use one of: " + string.Join(", ", Formats) + ".");
        }

        var item = new FormItem(map.Required("label"), map.Required("item"), map.Flag("required", true), format, map.Optional("when") ?? "") { Line = map.Line };
        map.RefuseUnknownKeys();
        if (!item.Required && item.When.Length == 0)
        {
            map.Report("CF1328", map, $"「{item.Label}」 is not always printed, and the form does not say when it is.", "Add `when:`, or remove `required: false`.");
        }

        return item;
    }

    private static FormSuppression Suppression(YamlMap map)
    {
        var suppression = new FormSuppression(map.Required("when"), map.Texts("items"), map.Required("text")) { Function = map.Optional("function") ?? "" };
        map.RefuseUnknownKeys();
        return suppression;
    }
}
