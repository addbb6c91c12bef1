using Conformance.Drivers.Network;
using Conformance.Spec;
using YamlText = Conformance.Spec.Yaml.YamlText;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads a target profile.</summary>
public static class ProfileLoader
{
    /// <exception cref="BadInputException">CF5001–CF5016, CF5025, CF5031, CF5032, CF5034, CF5035: everything that is wrong with the profile, with line and column.</exception>
    public static Profile Load(string path, ProfileInputs? inputs = null)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF5001", path, 0, 0, "The profile cannot be read: " + e.Message, "Give the path of a *.profile.yaml."));
        }

        return Parse(text, path, inputs);
    }

    /// <param name="file">Named in problems; relative paths in the profile start at its folder.</param>
    /// <exception cref="BadInputException">As for <see cref="Load"/>.</exception>
    public static Profile Parse(string text, string file, ProfileInputs? inputs = null)
    {
        var problems = new ProfileProblems(file, inputs ?? new ProfileInputs());
        var profile = Root(text, problems) is { } root ? Read(root, problems) : null;
        return problems.All.Count == 0 && profile is not null ? profile : throw new BadInputException(problems.All);
    }

    private static YamlNode? Root(string text, ProfileProblems problems)
    {
        var document = YamlText.Read(text);
        if (document.Flaw is { } flaw)
        {
            problems.Add("CF5001", new SourcePosition(flaw.Line, flaw.Column), "The file is not readable as YAML: " + flaw.Fact, flaw.Remedy);
        }
        else if (document.Roots is [var root])
        {
            return root;
        }
        else
        {
            problems.Add("CF5001", new SourcePosition(1, 1), $"The file holds {document.Roots.Count} YAML documents.", "A profile is one document.");
        }

        return null;
    }

    private static Profile? Read(YamlNode root, ProfileProblems problems)
    {
        if (YamlMap.Of(root, "profile", problems) is not { } map)
        {
            return null;
        }

        if (!map.Has("api") && !map.Has("ui"))
        {
            problems.Add("CF5015", root, "The profile describes neither api nor ui.", "Describe at least one surface.");
        }

        var product = map.Part("product", "product", required: true);
        var environment = map.Part("environment", "environment", required: true);
        var see = map.Part("see", "see");
        var preset = new Visibility();
        var roles = map.Texts("roles");
        if (roles.Count == 0)
        {
            if (map.Has("roles"))
            {
                problems.Add("CF5008", map.Find("roles")!, "No role is given.", "Name the lane or lanes that the product plays.");
            }
            else
            {
                map.Missing("roles");
            }
        }

        var shared = EnvironmentReading.Read(environment);
        var screens = Ui(map, problems, shared);
        return new Profile
        {
            File = problems.File,
            Product = new ProductIdentity(product?.Text("name") ?? "", product?.Text("version") ?? "", product?.Text("vendor") ?? "") { Build = BuildSourceReading.Read(product, map.Has("api")) },
            Standard = map.Text("standard"),
            Edition = map.Text("edition"),
            Roles = roles,
            Class = map.OneOf("class", null, "指定都市", "中核市", "一般市区町村") switch
            {
                "指定都市" => MunicipalityClass.DesignatedCity,
                "中核市" => MunicipalityClass.CoreCity,
                _ => MunicipalityClass.Other,
            },
            Environment = shared,
            Declares = Declares(map, problems),
            Additions = AdditionReading.Read(map),
            NotApplicable = map.Names("not-applicable"),
            Package = PackageReading.Read(map, roles),
            Interface = map.Optional("interface"),
            Parallel = ParallelReading.Read(map, roles, map.Optional("edition") ?? ""),
            Business = map.Optional("business"),
            Operators = map.Texts("operators"),
            See = new Visibility
            {
                Deadline = see?.Duration("deadline", preset.Deadline) ?? preset.Deadline,
                Interval = see?.Duration("interval", preset.Interval) ?? preset.Interval,
            },
            Clock = Clock(map.Part("clock", "clock")),
            Waits = map.Part("waits", "waits") is { } waits ? waits.Others().ToDictionary(entry => entry.Name, entry => waits.Duration(entry.Name, TimeSpan.Zero)) : [],
            Batches = BatchReading.Read(map.Part("batches", "batches")),
            Outputs = OutputReading.Read(map.Part("outputs", "outputs")),
            Neighbours = map.Part("neighbours", "neighbours") is { } neighbours ? NeighbourProfileReading.Read(neighbours) : new NeighbourProfile(),
            Network = Network(map, problems),
            Api = map.Part("api", "api") is { } api ? ApiProfileReading.Read(api) : null,
            Ui = screens,
            LateTexts = problems.LateTexts,
        };
    }

    private static ClockTolerance Clock(YamlMap? clock)
    {
        var preset = new ClockTolerance();
        return new ClockTolerance { Warn = clock?.Duration("warn", preset.Warn) ?? preset.Warn, Fail = clock?.Duration("fail", preset.Fail) ?? preset.Fail };
    }

    private static NetworkProfile Network(YamlMap map, ProfileProblems problems)
    {
        var before = problems.LateTexts.Count;
        var network = NetworkReading.Read(map.Part("network", "network"));
        problems.LateTexts.Skip(before).ToList().ForEach(late => late.Surface = Surfaces.Both);
        return network;
    }

    private static UiProfile? Ui(YamlMap map, ProfileProblems problems, TargetEnvironment environment)
    {
        var before = problems.LateTexts.Count;
        var profile = map.Part("ui", "ui") is { } part ? UiProfileReading.Read(part) : null;
        problems.LateTexts.Skip(before).ToList().ForEach(l => l.Surface = Surfaces.Ui);
        foreach (var wanted in (profile?.Operators ?? []).Where(one => one.Role is not null).GroupBy(one => one.Role))
        {
            if (environment.Accounts.Count(account => account.Role == wanted.Key) is var there && there < wanted.Count())
            {
                problems.Add("CF5026", wanted.First().Name.At, $"{wanted.Count()} operators have the role 「{wanted.Key}」, and environment.accounts has {there} of it.", "Add accounts of this role, or correct the word.");
            }
        }

        return profile is null ? null : profile with { OperatorsOfOne = profile.Operators.Count, OneSession = environment.OneSession, CrawlsMenus = environment.CrawlsMenus };
    }

    private static Dictionary<string, SourcePosition> Places(YamlNode declares, YamlNode? excused)
    {
        var list = declares is YamlMappingNode map ? map.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "functions" }).Value : declares;
        var nodes = (list as YamlSequenceNode)?.Children.OfType<YamlScalarNode>() ?? [];
        return nodes.Concat((excused as YamlMappingNode)?.Children.Keys.OfType<YamlScalarNode>() ?? [])
            .GroupBy(node => node.Value ?? "").ToDictionary(same => same.Key, same => ProfileProblems.Position(same.First()));
    }

    // Silence must not mean "test nothing": an empty declaration needs a reason.
    private static Declaration Declares(YamlMap map, ProfileProblems problems)
    {
        if (map.Find("declares") is not { } node)
        {
            map.Missing("declares");
            return new Declaration([], null);
        }

        var (functions, reason) = node is YamlMappingNode && map.Part("declares", "declares") is { } part
            ? (part.Texts("functions"), part.Optional("reason"))
            : (map.Texts("declares"), null);
        if (functions.Count == 0 && string.IsNullOrWhiteSpace(reason))
        {
            problems.Add("CF5008", node, "The declaration of optional functions is empty.", "List the function IDs, or write declares: {functions: [], reason: …}.");
        }

        return new Declaration(functions, reason) { Places = Places(node, map.Find("not-applicable")) };
    }
}
