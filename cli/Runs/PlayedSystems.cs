using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;

namespace Conformance.Cli.Runs;

/// <summary>What a profile says about the systems that the harness plays, as their host takes it.</summary>
internal static class PlayedSystems
{
    private static readonly string[] Played = [Atena, "マイナポータル", "公的給付支給等口座", "住民記録"];

    private const string Atena = "住登外者宛名番号管理機能";

    /// <summary>Host, address and layouts of the profile; the port is for the caller.</summary>
    /// <exception cref="BadInputException">CF5018: a system that the harness does not play.</exception>
    public static MockHostOptions Options(Profile? profile)
    {
        var neighbours = profile?.Neighbours ?? new NeighbourProfile();
        var unknown = neighbours.Systems.Keys.Where(name => name != Atena).ToList();
        if (unknown.Count > 0)
        {
            throw new BadInputException([.. unknown.Select(name => new Problem("CF5018", profile!.File, 0, 0, $"The harness plays no system 「{name}」.", $"Use one of: {Atena}."))]);
        }

        var nowhere = neighbours.Observed.Where(system => system.Value.Paths.Count == 0 && !Played.Contains(system.Key)).Select(system => system.Key).ToList();
        if (nowhere.Count > 0)
        {
            throw new BadInputException([.. nowhere.Select(name => new Problem("CF5018", profile!.File, 0, 0, $"「{name}」 is observed, and nothing says which paths are its.", $"Give observed.paths, or use one of: {string.Join(", ", Played)}."))]);
        }

        var preset = new MockHostOptions();
        return preset with
        {
            Host = neighbours.Host ?? preset.Host,
            PublicAddress = neighbours.Address,
            Observed = [.. neighbours.Observed.Select(system => new ObservedNeighbour(system.Key == "公的給付支給等口座" ? "団体内統合宛名機能" : system.Key, system.Value.At, system.Value.Paths))],
            Objects = neighbours.FileDrop is { } folder ? preset.Objects with { Folder = folder } : preset.Objects,
            Atena = new AtenaOptions { Layouts = [.. neighbours.Systems.SelectMany(system => system.Value).Select(call => Layout(call, profile!.File))] },
        };
    }

    /// <summary>Scopes that a client may ask for: the standard's, and those that the profile lays out.</summary>
    public static IReadOnlyList<string> Scopes(MockHostOptions options) => [.. AtenaFunction.Scopes.Concat(options.Atena.Layouts.Select(layout => layout.Scope).OfType<string>()).Distinct()];

    private static AtenaLayout Layout(NeighbourExchange call, string file)
    {
        var preset = new AtenaConditionLayout();
        return new AtenaLayout
        {
            Operation = call.Name,
            Method = call.Method,
            Path = call.Path,
            Scope = call.Scope,
            When = call.When,
            Items = call.Items,
            Conditions = call.Conditions is not { } conditions ? preset : new AtenaConditionLayout
            {
                In = conditions.In,
                Item = conditions.Item,
                Value = conditions.Value,
                Match = conditions.Match,
                Exact = conditions.Exact,
                Partial = conditions.Partial ?? preset.Partial,
            },
            Answer = new AtenaAnswerLayout { Records = call.Records, With = call.With, Items = call.AnswerItems },
            Refused = call.Refused is not { } refused ? new AtenaRefusalLayout() : new AtenaRefusalLayout
            {
                Status = refused.Status.FirstOrDefault(400),
                Errors = refused.Errors,
                Code = refused.Code,
                Message = refused.Message,
            },
            File = file,
            Line = call.At.Line,
            Column = call.At.Column,
        };
    }
}
