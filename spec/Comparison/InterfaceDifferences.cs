using System.Globalization;

namespace Conformance.Spec.Comparison;

/// <summary>
/// Interfaces, with what a change breaks. Breaking for the client: one built for the old edition fails against a provider of the new one. Breaking for
/// the provider: one built for the old edition fails a client of the new one. Unknown members of a message are ignored, as is usual with JSON.
/// </summary>
internal static class InterfaceDifferences
{
    public static IEnumerable<Difference> Between(Standard old, Standard @new)
    {
        var before = old.Interfaces.GroupBy(Stem).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        foreach (var file in @new.Interfaces)
        {
            if (!before.Remove(Stem(file), out var was))
            {
                yield return Whole(DifferenceKind.Added, file.Name, "", string.Join('、', InterfaceOperation.Read(file.Path).Select(operation => operation.Name)));
            }
            else if (was.Path != file.Path && File.ReadAllText(was.Path) != File.ReadAllText(file.Path))
            {
                foreach (var difference in Between(file.Name, InterfaceOperation.Read(was.Path), InterfaceOperation.Read(file.Path)))
                {
                    yield return difference;
                }
            }
        }

        foreach (var file in before.Values)
        {
            yield return Whole(DifferenceKind.Removed, file.Name, string.Join('、', InterfaceOperation.Read(file.Path).Select(operation => operation.Name)), "");
        }
    }

    /// <summary>Name without the edition: fuban of fuban-2.0.</summary>
    private static string Stem(InterfaceFile file)
    {
        var dash = file.Name.LastIndexOf('-');
        return dash > 0 && file.Name[(dash + 1)..].All(c => char.IsAsciiDigit(c) || c == '.') ? file.Name[..dash] : file.Name;
    }

    private static IEnumerable<Difference> Between(string name, IReadOnlyList<InterfaceOperation> old, IReadOnlyList<InterfaceOperation> @new)
    {
        var before = old.ToDictionary(operation => operation.Name, StringComparer.Ordinal);
        foreach (var operation in @new)
        {
            if (!before.Remove(operation.Name, out var was))
            {
                yield return Whole(DifferenceKind.Added, name, "", operation.Name);
                continue;
            }

            foreach (var message in operation.Messages.Keys.Union(was.Messages.Keys))
            {
                foreach (var difference in Between(name, message, was.Messages.GetValueOrDefault(message) ?? [], operation.Messages.GetValueOrDefault(message) ?? []))
                {
                    yield return difference;
                }
            }
        }

        foreach (var operation in before.Values)
        {
            yield return Whole(DifferenceKind.Removed, name, operation.Name, "");
        }
    }

    private static IEnumerable<Difference> Between(string name, string message, IReadOnlyList<InterfaceField> old, IReadOnlyList<InterfaceField> @new)
    {
        var isRequest = message == InterfaceOperation.Request;
        Difference Of(DifferenceKind kind, InterfaceField field, string aspect, string before, string after, bool senderBreaks, bool receiverBreaks) =>
            new(StandardPart.Interface, kind, name, field.Title, $"{message} {field.Path}{aspect}", before, after)
            {
                Client = Word(isRequest ? senderBreaks : receiverBreaks),
                Provider = Word(isRequest ? receiverBreaks : senderBreaks),
            };

        var before = old.ToDictionary(field => field.Path, StringComparer.Ordinal);
        foreach (var field in @new)
        {
            if (!before.Remove(field.Path, out var was))
            {
                yield return Of(DifferenceKind.Added, field, "", "", Form(field), field.Required, false);
                continue;
            }

            if (was.Type != field.Type)
            {
                yield return Of(DifferenceKind.Changed, field, " 型", was.Type, field.Type, true, true);
            }

            if (was.Required != field.Required)
            {
                yield return Of(DifferenceKind.Changed, field, " 必須", Demand(was), Demand(field), field.Required, was.Required);
            }

            if (was.Length != field.Length)
            {
                var wider = (field.Length ?? int.MaxValue) > (was.Length ?? int.MaxValue);
                yield return Of(DifferenceKind.Changed, field, " 桁数", Text(was.Length), Text(field.Length), !wider, wider);
            }

            if (!was.Values.Order(StringComparer.Ordinal).SequenceEqual(field.Values.Order(StringComparer.Ordinal)))
            {
                var narrower = field.Values.Count > 0 && (was.Values.Count == 0 || was.Values.Except(field.Values).Any());
                var wider = was.Values.Count > 0 && (field.Values.Count == 0 || field.Values.Except(was.Values).Any());
                yield return Of(DifferenceKind.Changed, field, " 値", string.Join(',', was.Values), string.Join(',', field.Values), narrower, wider);
            }

            if (was.Title != field.Title)
            {
                yield return Of(DifferenceKind.Renamed, field, " 項目名", was.Title, field.Title, false, false);
            }
        }

        foreach (var field in before.Values)
        {
            yield return Of(DifferenceKind.Removed, field, "", Form(field), "", false, field.Required);
        }
    }

    // A new call is one that an old provider does not know; one that is gone is one that an old client still makes.
    private static Difference Whole(DifferenceKind kind, string name, string before, string after) =>
        new(StandardPart.Interface, kind, name, name, "", before, after) { Client = Word(kind == DifferenceKind.Removed), Provider = Word(kind == DifferenceKind.Added) };

    private static Compatibility Word(bool breaks) => breaks ? Compatibility.Breaking : Compatibility.Compatible;

    private static string Demand(InterfaceField field) => field.Required ? "必須" : "任意";

    private static string Text(int? length) => length?.ToString(CultureInfo.InvariantCulture) ?? "制限なし";

    private static string Form(InterfaceField field) => $"{field.Type}{(field.Length is { } length ? string.Create(CultureInfo.InvariantCulture, $"({length})") : "")} {Demand(field)}";
}
