using Conformance.Spec.Linkages;

namespace Conformance.Spec.Comparison;

/// <summary>Linkages: who provides what to whom, and when.</summary>
internal static class LinkageDifferences
{
    public static IEnumerable<Difference> Between(Standard old, Standard @new)
    {
        var before = old.Linkages.ToDictionary(linkage => linkage.Id, StringComparer.Ordinal);
        foreach (var linkage in @new.Linkages)
        {
            if (!before.Remove(linkage.Id, out var was))
            {
                yield return new Difference(StandardPart.Linkage, DifferenceKind.Added, linkage.Id, linkage.Name, "", "", Text(linkage)) { Client = Compatibility.Compatible, Provider = Compatibility.Breaking };
                continue;
            }

            (DifferenceKind Kind, string Aspect, string Before, string After, bool Client, bool Provider)[] texts =
            [
                (DifferenceKind.Renamed, "連携名称", was.Name, linkage.Name, false, false), (DifferenceKind.Changed, "提供元", was.Provider, linkage.Provider, true, true),
                (DifferenceKind.Changed, "提供先", was.Consumer, linkage.Consumer, true, true), (DifferenceKind.Changed, "契機", was.Trigger, linkage.Trigger, false, true),
                (DifferenceKind.Changed, "方式", Way(was), Way(linkage), true, true), (DifferenceKind.Changed, "配置", was.Interface, linkage.Interface, false, false),
                (DifferenceKind.Changed, "機能ID", string.Join(' ', was.Functions), string.Join(' ', linkage.Functions), false, false),
            ];
            foreach (var text in texts.Where(text => text.Before != text.After))
            {
                yield return new Difference(StandardPart.Linkage, text.Kind, linkage.Id, linkage.Name, text.Aspect, text.Before, text.After) { Client = Word(text.Client), Provider = Word(text.Provider) };
            }

            // An item more is one that an old provider does not send; an item less is one that an old consumer waits for.
            foreach (var item in linkage.Items.Except(was.Items))
            {
                yield return new Difference(StandardPart.Linkage, DifferenceKind.Added, linkage.Id, linkage.Name, "項目", "", Item(@new, item)) { Client = Compatibility.Compatible, Provider = Compatibility.Breaking };
            }

            foreach (var item in was.Items.Except(linkage.Items))
            {
                yield return new Difference(StandardPart.Linkage, DifferenceKind.Removed, linkage.Id, linkage.Name, "項目", Item(old, item), "") { Client = Compatibility.Breaking, Provider = Compatibility.Compatible };
            }
        }

        foreach (var linkage in before.Values)
        {
            yield return new Difference(StandardPart.Linkage, DifferenceKind.Removed, linkage.Id, linkage.Name, "", Text(linkage), "") { Client = Compatibility.Breaking, Provider = Compatibility.Compatible };
        }
    }

    private static string Text(Linkage linkage) => $"{linkage.Provider}→{linkage.Consumer}（{linkage.Trigger}、{Way(linkage)}）";

    private static string Way(Linkage linkage) => linkage.ByFile ? "ファイル" : "REST";

    private static string Item(Standard standard, string id) => standard.Items.FirstOrDefault(item => item.Id == id) is { } item ? $"{id} {item.Name}" : id;

    private static Compatibility Word(bool breaks) => breaks ? Compatibility.Breaking : Compatibility.Compatible;
}
