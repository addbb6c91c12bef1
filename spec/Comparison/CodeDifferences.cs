namespace Conformance.Spec.Comparison;

/// <summary>Code lists and their values.</summary>
internal static class CodeDifferences
{
    public static IEnumerable<Difference> Between(Standard old, Standard @new)
    {
        var before = old.Codes.ToDictionary(code => code.Id, StringComparer.Ordinal);
        foreach (var code in @new.Codes)
        {
            if (!before.Remove(code.Id, out var was))
            {
                yield return new Difference(StandardPart.Code, DifferenceKind.Added, code.Id, code.Name, "", "", string.Join('、', code.Values.Select(value => $"{value.Key} {value.Value}")));
                continue;
            }

            if (was.Name != code.Name)
            {
                yield return new Difference(StandardPart.Code, DifferenceKind.Renamed, code.Id, code.Name, "コード名", was.Name, code.Name);
            }

            foreach (var (value, content) in code.Values)
            {
                if (!was.Values.TryGetValue(value, out var meant))
                {
                    yield return new Difference(StandardPart.Code, DifferenceKind.Added, code.Id, code.Name, value, "", content);
                }
                else if (meant != content)
                {
                    yield return new Difference(StandardPart.Code, DifferenceKind.Reworded, code.Id, code.Name, value, meant, content);
                }
            }

            foreach (var (value, content) in was.Values.Where(value => !code.Values.ContainsKey(value.Key)))
            {
                yield return new Difference(StandardPart.Code, DifferenceKind.Removed, code.Id, code.Name, value, content, "");
            }
        }

        foreach (var code in before.Values)
        {
            yield return new Difference(StandardPart.Code, DifferenceKind.Removed, code.Id, code.Name, "", string.Join('、', code.Values.Select(value => $"{value.Key} {value.Value}")), "");
        }
    }
}
