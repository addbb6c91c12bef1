using Conformance.Spec.Contracts;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Loading;

/// <summary>Reads <c>contracts.yaml</c>: per role its exchanges and the contracts of its units.</summary>
internal static class ContractReader
{
    public static IReadOnlyList<RoleContracts> Read(string file, ICollection<Problem> problems)
    {
        if (!File.Exists(file))
        {
            problems.Add(new Problem("CF1002", file, 0, 0, "The file is missing.", "Add it with `roles:`; without contracts no function can be verified."));
            return [];
        }

        var root = YamlMap.Parse(File.ReadAllText(file), file, problems);
        var roles = root.Map("roles");
        root.RefuseUnknownKeys();
        if (roles is null || !roles.Keys.Any())
        {
            root.Report("CF1202", roles ?? root, "「roles」 is missing or empty.", "Name at least one lane of the flows under `roles:`; without it nothing can be verified.");
        }

        return roles is null ? [] : [.. roles.Keys.ToList().Select(name => roles.Map(name) is { } role ? Role(name, role) : null).OfType<RoleContracts>()];
    }

    private static RoleContracts Role(string name, YamlMap map)
    {
        var exchanges = new Dictionary<string, ExchangeContract>(StringComparer.Ordinal);
        var list = map.Map("exchanges");
        foreach (var key in list?.Keys.ToList() ?? [])
        {
            if (list!.Map(key) is { } exchange)
            {
                exchanges[key] = Exchange(key, exchange);
            }
        }

        var unit = map.Required("unit") switch
        {
            "function" => VerdictUnit.Function,
            "flow-step" => VerdictUnit.FlowStep,
            var other => Unknown(map, other, "function, flow-step", VerdictUnit.Function),
        };
        var role = new RoleContracts(name, map.Required("slug"), unit, map.Required("person"), map.Required("neighbour"), exchanges,
            Flows(map.Map("flows")), [.. map.Maps("contracts").Select(Contract)], map.Texts("key-items"))
        {
            Duties = Named(map.Map("duties"), ["enter", "ledger", "link", "register", "change", "delete", "unlink", "settings"]),
            Parts = Named(map.Map("parts"), PartWords.All),
            Cases = Cases(map.Map("cases")),
            SideBySide = SideBySide(map.Map("side-by-side")),
            Has = map.Map("has") is { } has ? has.Keys.ToList().ToDictionary(item => item, item => has.Optional(item) ?? "", StringComparer.Ordinal) : [],
        };
        map.RefuseUnknownKeys();
        return role;
    }

    private static ExchangeContract Exchange(string name, YamlMap map)
    {
        var exchange = new ExchangeContract(name, map.Optional("interface"), BasisOf(map, map.Optional("basis")),
            map.Optional("accepts") ?? "", map.Optional("does") ?? "", map.Optional("replies") ?? "", map.Optional("records") ?? "",
            map.Optional("by") ?? "system", map.TextMap("defaults"), map.Optional("do") ?? "", map.TextMap("shows"))
        {
            Sends = map.Keys.Contains("sends") ? map.Texts("sends") : null,
            Keeps = map.Texts("keeps"),
            Finds = map.Texts("finds"),
            Form = map.Optional("form"),
            PutsOut = map.Texts("puts-out"),
            LeavesOut = map.Texts("leaves-out"),
            FetchedBy = map.Optional("fetched-by"),
        };
        if (exchange.By is not ("system" or "person" or "batch"))
        {
            Unknown(map, exchange.By, "system, person, batch", "");
        }

        map.RefuseUnknownKeys();
        return exchange;
    }

    private static Dictionary<string, IReadOnlyList<string>> Named(YamlMap? map, IReadOnlyList<string> words)
    {
        var named = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (map?.Texts(word) is { Count: > 0 } names)
            {
                named[word] = names;
            }
        }

        map?.RefuseUnknownKeys();
        return named;
    }

    private static SideBySide? SideBySide(YamlMap? map)
    {
        if (map is null)
        {
            return null;
        }

        var across = new SideBySide(BasisOf(map, map.Required("basis")), map.Required("source"), map.Texts("units"), map.Texts("reads"));
        map.RefuseUnknownKeys();
        return across;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string?>> Cases(YamlMap? map)
    {
        var cases = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var name in map?.Keys.ToList() ?? [])
        {
            if (map!.Map(name) is { } items)
            {
                // ~ and nothing at all: the person has no such item then.
                cases[name] = items.Keys.ToList().ToDictionary(item => item, item => items.Optional(item) is { } value && value is not ("" or "~") ? value : null, StringComparer.Ordinal);
            }
        }

        return cases;
    }

    private static Dictionary<string, FlowContract> Flows(YamlMap? map)
    {
        var flows = new Dictionary<string, FlowContract>(StringComparer.Ordinal);
        foreach (var key in map?.Keys.ToList() ?? [])
        {
            if (map!.Map(key) is { } flow)
            {
                flows[key] = new FlowContract(flow.Texts("given"), flow.Optional("do"), flow.TextMap("shows"), Flows(flow.Map("classes")))
                {
                    Surfaces = WrittenScenarioReader.Surfaces(flow),
                    Lastly = flow.Texts("lastly"),
                    Exchanges = Flows(flow.Map("exchanges")),
                };
                flow.RefuseUnknownKeys();
            }
        }

        return flows;
    }

    private static Contract Contract(YamlMap map)
    {
        var unit = map.Required("unit");
        var kind = map.Required("kind");
        if (!ContractKinds.All.Contains(kind))
        {
            map.Report("CF1402", map, $"「{kind}」 is no kind of contract.", "Use one of: " + string.Join(", ", ContractKinds.All) + ".");
        }

        var basis = BasisOf(map, map.Required("basis"));
        var source = map.Optional("source") ?? "";
        if (basis == Basis.Official && source.Length == 0)
        {
            map.Report("CF1403", map, $"The contract of {unit} claims an official basis and cites none.", "Add `source:` with document, section, sheet or row.");
        }

        var by = map.Texts("by");
        var seenBy = map.Texts("seen-by");
        var basisOf = map.TextMap("basis-of");
        foreach (var (check, word) in basisOf)
        {
            if (!ContractKinds.TryBasis(word, out _))
            {
                map.Report("CF1404", map, $"「{word}」 at basis-of {check} is no basis.", "Use official, assumed, ambiguous or illustrative.");
            }
        }

        var sourceOf = map.TextMap("source-of");
        var given = map.Texts("given");
        var surfaces = WrittenScenarioReader.Surfaces(map);
        var scenarios = map.Maps("scenarios").Select(WrittenScenarioReader.Read).ToList();
        return new Contract(unit, kind, basis, source, by, seenBy, map.Rest(), basisOf, sourceOf, map.Line) { Given = given, Surfaces = surfaces, Scenarios = scenarios };
    }

    private static Basis BasisOf(YamlMap map, string? word)
    {
        if (ContractKinds.TryBasis(word ?? "", out var basis))
        {
            return basis;
        }

        map.Report("CF1404", map, $"「{word}」 is no basis.", "Use official, assumed, ambiguous or illustrative.");
        return Basis.Assumed;
    }

    private static T Unknown<T>(YamlMap at, string value, string known, T instead)
    {
        at.Report("CF1206", at, $"「{value}」 is unknown.", $"Use one of: {known}.");
        return instead;
    }
}
