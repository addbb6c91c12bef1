using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>ui:</c>.</summary>
internal static class UiProfileReading
{
    public static UiProfile Read(YamlMap map)
    {
        var problems = map.Problems;
        var exchanges = new Dictionary<string, UiExchange>();
        foreach (var (name, key, value) in map.Others())
        {
            if (ExchangeName.IsOne(name, key, map) && YamlMap.Of(value, "uiExchange", problems) is { } part)
            {
                exchanges[name] = Exchange(name, ProfileProblems.Position(key), part);
            }
        }

        var login = map.Part("login", "login") is { } loginPart ? Login(loginPart) : null;
        var operators = Operators(map);
        if (login is not null && operators.Count == 0)
        {
            map.Missing("operators");
        }

        var timeouts = map.Part("timeouts", "timeouts");
        var preset = new UiTimeouts();
        return new UiProfile
        {
            Base = map.Address("base", required: true) ?? new LateText("", "", secret: false, default),
            Tls = TlsReading.Read(map),
            Login = login,
            Operators = operators,
            Items = map.NamesOf(map.Find("items"), nullable: true),
            As = Forms(map),
            Timeouts = new UiTimeouts
            {
                Page = timeouts?.Duration("page", preset.Page) ?? preset.Page,
                Action = timeouts?.Duration("action", preset.Action) ?? preset.Action,
            },
            Trace = map.OneOf("trace", "off", "off", "on-failure") == "on-failure" ? TraceChoice.OnFailure : TraceChoice.Off,
            UserAgent = map.Optional("user-agent"),
            Exchanges = exchanges,
        };
    }

    private static UiLogin Login(YamlMap map)
    {
        var fill = new Dictionary<string, LateText>();
        if (map.Find("fill") is YamlMappingNode entries)
        {
            foreach (var (label, _, value) in YamlMap.Entries(entries))
            {
                fill[label] = map.LateOf(value, label, secret: false, Placeholders.Kept.Operator);
            }
        }
        else
        {
            map.Missing("fill");
        }

        return new UiLogin { Open = map.Optional("open"), Fill = fill, Press = map.Text("press") };
    }

    private static List<UiOperator> Operators(YamlMap map)
    {
        var operators = new List<UiOperator>();
        switch (map.Find("operators"))
        {
            case null:
                break;
            case YamlSequenceNode list:
                foreach (var entry in list.Children)
                {
                    if (entry is YamlMappingNode)
                    {
                        var part = YamlMap.Of(entry, "operator", map.Problems)!;
                        operators.Add(new UiOperator(
                            part.Late("name", required: !part.Has("role")) ?? new LateText("", "", secret: false, part.At),
                            part.Late("password", secret: true)) { Role = part.Optional("role") });
                    }
                    else
                    {
                        var secret = entry is YamlScalarNode { Value: { } text } && text.Contains(':', StringComparison.Ordinal);
                        operators.Add(new UiOperator(map.LateOf(entry, "operators", secret), null));
                    }
                }

                break;
            case var node:
                map.Problems.Add("CF5004", node, "operators is not a list.", "Write one entry per operator.");
                break;
        }

        return operators;
    }

    private static UiExchange Exchange(string name, SourcePosition at, YamlMap map)
    {
        var items = new Dictionary<string, string?>(map.NamesOf(map.Find("items"), nullable: true));
        var steps = new List<UiStep>();
        if (map.Find("steps") is { } list)
        {
            foreach (var key in ProfileGrammar.Keys["uiStep"].Where(k => k != "conditions" && map.Has(k)))
            {
                map.Problems.Add("CF5005", map.Find(key)!, $"{key} stands beside steps.", "Put it into one of the steps.");
            }

            if (list is YamlSequenceNode { Children.Count: > 0 } sequence)
            {
                steps.AddRange(sequence.Children.Select(c => YamlMap.Of(c, "uiStep", map.Problems)).OfType<YamlMap>().Select(s => Step(s, items, shortForm: false)));
            }
            else
            {
                map.Problems.Add("CF5004", list, "steps is not a list of steps.", "Write one entry per screen.");
            }
        }
        else
        {
            steps.Add(Step(map, items, shortForm: true));
        }

        var conditions = map.Find("conditions") is YamlMappingNode ? map.Part("conditions", "uiConditions") : null;
        var preset = new UiConditions();
        return new UiExchange
        {
            Name = name,
            At = at,
            Steps = steps,
            Items = items,
            As = Forms(map),
            Conditions = new UiConditions
            {
                Match = conditions?.Optional("match"),
                Exact = conditions?.Optional("exact") ?? preset.Exact,
                Partial = conditions?.Optional("partial") ?? preset.Partial,
            },
            Read = ReadPart(map.Part("read", "uiRead")),
            Refused = Refused(map.Part("refused", "uiRefused")),
        };
    }

    private static UiStep Step(YamlMap map, Dictionary<string, string?> items, bool shortForm)
    {
        if (map.Has("row") != map.Has("in"))
        {
            map.Problems.Add("CF5003", map.At, "in and row go together.", "in is the caption of a table, row the items that tell which of its rows.");
        }

        return new UiStep
        {
            At = map.At,
            Open = map.Optional("open"),
            In = map.Optional("in"),
            Row = map.Texts("row"),
            Fill = Fill(map, items, shortForm),
            FillConditions = shortForm || map.OneOf("conditions", "false", "true", "false") == "true",
            Set = map.Names("set", Placeholders.Kept.Business),
            Press = map.Optional("press"),
            Confirm = map.Optional("confirm"),
            AbsentIsRefusal = map.OneOf("absent", "mismatch", "mismatch", "refused") == "refused",
        };
    }

    // all | none | [item, …] | {item: label or ~}: the mapping renames, and the other items are filled in under their own names.
    private static UiFill? Fill(YamlMap map, Dictionary<string, string?> items, bool shortForm)
    {
        switch (map.Find("fill"))
        {
            case null:
                return shortForm ? new UiFill(null) : null;
            case YamlScalarNode { Value: "all" }:
                return new UiFill(null);
            case YamlScalarNode { Value: "none" }:
                return null;
            case YamlSequenceNode:
                return new UiFill(map.Texts("fill"));
            case YamlMappingNode names:
                foreach (var (item, label) in map.NamesOf(names, nullable: true))
                {
                    items[item] = label;
                }

                return new UiFill(null);
            case var node:
                map.Problems.Add("CF5004", node, "fill is neither all, none, a list of items nor a mapping of items to labels.", "Write fill: all, or [item, …], or {item: label}.");
                return null;
        }
    }

    private static Dictionary<string, ShownAs> Forms(YamlMap map)
    {
        var forms = new Dictionary<string, ShownAs>();
        if (map.Find("as") is not { } node)
        {
            return forms;
        }

        if (node is not YamlMappingNode mapping)
        {
            map.Problems.Add("CF5004", node, "as is not a mapping of items to forms.", "Write item: {code: text} or item: 和暦.");
            return forms;
        }

        foreach (var (item, _, value) in YamlMap.Entries(mapping))
        {
            if (value is YamlMappingNode)
            {
                var codes = map.NamesOf(value, nullable: false).ToDictionary(p => p.Key, p => p.Value!);
                if (codes.Values.Distinct().Count() < codes.Count)
                {
                    map.Problems.Add("CF5005", value, $"Two codes of {item} are shown by the same text.", "A text must lead back to one code.");
                }

                forms[item] = new ShownAs.Codes(codes);
            }
            else if (map.TextOf(value, Placeholders.Kept.None) is { } word)
            {
                if (ShownAs.Named.TryGetValue(word, out var form))
                {
                    forms[item] = form;
                }
                else
                {
                    map.Problems.Add("CF5005", value, $"\"{word}\" is not a way to show a value.", $"Use a mapping of codes to texts, or one of: {string.Join(", ", ShownAs.Named.Keys)}.");
                }
            }
        }

        return forms;
    }

    private static UiRead ReadPart(YamlMap? map)
    {
        if (map is null)
        {
            return new UiRead();
        }

        foreach (var (item, pattern) in map.Names("match"))
        {
            CheckPattern(map, map.Find("match")!, item, pattern);
        }

        return new UiRead
        {
            Role = map.Optional("role"),
            Text = map.Optional("text"),
            Table = map.Optional("table"),
            Detail = map.Optional("detail"),
            Download = map.Optional("download"),
            Record = map.Optional("record"),
            Back = map.Optional("back"),
            Next = map.Optional("next"),
            None = map.Optional("none"),
            Items = map.Names("items"),
            Match = map.Names("match"),
        };
    }

    private static UiRefusal Refused(YamlMap? map)
    {
        var preset = new UiRefusal();
        if (map?.Optional("code") is { } pattern)
        {
            CheckPattern(map, map.Find("code")!, "code", pattern);
        }

        return new UiRefusal
        {
            Role = map?.OneOf("role", preset.Role, "alert", "status", "dialog") ?? preset.Role,
            Code = map?.Optional("code") ?? preset.Code,
        };
    }

    private static void CheckPattern(YamlMap map, YamlNode at, string name, string pattern)
    {
        try
        {
            if (new Regex(pattern, RegexOptions.CultureInvariant).GetGroupNumbers().Length < 2)
            {
                map.Problems.Add("CF5005", at, $"The pattern of {name} has no group.", "Put what is to be read into parentheses.");
            }
        }
        catch (ArgumentException e)
        {
            map.Problems.Add("CF5005", at, $"The pattern of {name} cannot be read: {e.Message}", "Write a regular expression of .NET.");
        }
    }
}
