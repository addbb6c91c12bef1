using Conformance.Drivers.Api;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Drivers.Profiles;

/// <summary>Compares a profile that could be read with the standard that it is for.</summary>
public static class ProfileLint
{
    /// <param name="needed">Exchanges that the features of the profile's roles perform.</param>
    /// <param name="interfaces">Exchange to the operation that the standard describes.</param>
    /// <param name="items">Item names (and field names) of the standard; empty where they are not known.</param>
    public static ProfileLintResult Check(
        Profile profile, IReadOnlyCollection<string> needed, IReadOnlyDictionary<string, InterfaceDefinition> interfaces, IReadOnlySet<string> items)
    {
        var problems = new List<Problem>(WithoutInterface(profile, interfaces));
        var known = needed.Concat(interfaces.Keys).Concat(TestClock.Names).ToHashSet();
        foreach (var (name, at) in Mapped(profile).Where(m => !known.Contains(m.Name)))
        {
            problems.Add(Problem(profile, "CF5012", at, $"No feature of the standard performs 「{name}」.", $"Did you mean 「{LabelText.Nearest(name, known)}」?"));
        }

        if (items.Count > 0)
        {
            foreach (var (name, at) in Items(profile).Where(i => !items.Contains(i.Name)).Distinct())
            {
                problems.Add(Problem(profile, "CF5016", at, $"The standard has no item 「{name}」.", $"Did you mean 「{LabelText.Nearest(name, items)}」?"));
            }
        }

        if (!profile.Environment.MayWrite)
        {
            problems.Add(new Problem("CF5017", profile.File, 0, 0, $"The environment is {profile.Environment.Kind}: nothing is written to it.", "Use a test environment (environment.kind: test)."));
        }

        var unmapped = needed.SelectMany(e => Surfaces(profile).Where(s => !s.Offers(e)).Select(s => new UnmappedExchange(e, s.Name))).ToList();
        return new ProfileLintResult([.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)], unmapped);
    }

    /// <summary>CF5019, CF5033: what <c>declares</c>, <c>not-applicable</c> and <c>package</c> name and the standard does not know, or forbids.</summary>
    public static IReadOnlyList<Problem> Units(Profile profile, Standard standard)
    {
        var problems = new List<Problem>();
        SourcePosition At(string id) => profile.Declares.Places.GetValueOrDefault(id);
        var functions = standard.Functions.ToDictionary(function => function.Id.Value);
        foreach (var id in profile.Declares.Functions)
        {
            if (!functions.TryGetValue(id, out var function))
            {
                problems.Add(Problem(profile, "CF5019", At(id), $"The standard has no function 「{id}」 to declare.", $"Did you mean 「{LabelText.Nearest(id, functions.Keys)}」?"));
            }
            else if (function.Classes.TryGetValue(profile.Class, out var required) && required == RequirementClass.Forbidden)
            {
                problems.Add(Problem(profile, "CF5019", At(id), $"The standard forbids the function 「{id}」 (実装不可); it cannot be declared.", "Take it out of declares."));
            }
        }

        var units = functions.Keys.Concat(standard.Flows.SelectMany(flow => flow.Nodes).Select(node => node.Step)).ToHashSet();
        problems.AddRange(profile.NotApplicable.Keys.Where(id => !units.Contains(id)).Select(id =>
            Problem(profile, "CF5019", At(id), $"The standard has no function or step 「{id}」 that could be 適用対象外.", $"Did you mean 「{LabelText.Nearest(id, units)}」?")));
        problems.AddRange(profile.Package.Where(link => standard.Roles.FirstOrDefault(role => role.Name == link.From)?.LinksTo(link.To) is { Count: 0 }).Select(link =>
            Problem(profile, "CF5033", link.At, $"In the standard 「{link.From}」 asks 「{link.To}」 nothing and sends it nothing: there is no linkage to exempt.", "Turn from and to round, or take the entry out.")));
        return [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
    }

    internal static IEnumerable<Problem> WithoutInterface(Profile profile, IReadOnlyDictionary<string, InterfaceDefinition> interfaces) =>
        (profile.Api?.Exchanges.Values ?? []).Where(e => e.Standard && !interfaces.ContainsKey(e.Name)).Select(e => Problem(
            profile, "CF5011", e.At, $"The standard fixes no interface for 「{e.Name}」.", "Describe the product's own: post: /path, …"));

    private static IEnumerable<(string Name, Func<string, bool> Offers)> Surfaces(Profile profile)
    {
        if (profile.Api is { } api)
        {
            yield return ("api", api.Exchanges.ContainsKey);
        }

        if (profile.Ui is { } ui)
        {
            yield return ("ui", ui.Exchanges.ContainsKey);
        }
    }

    private static IEnumerable<(string Name, SourcePosition At)> Mapped(Profile profile) =>
        (profile.Api?.Exchanges.Values.Select(e => (e.Name, e.At)) ?? []).Concat(profile.Ui?.Exchanges.Values.Select(e => (e.Name, e.At)) ?? []);

    // Names that the product adds to an answer (read.items) are its own business; these are not checked.
    private static IEnumerable<(string Name, SourcePosition At)> Items(Profile profile)
    {
        foreach (var exchange in profile.Api?.Exchanges.Values ?? [])
        {
            foreach (var name in exchange.Items.Keys)
            {
                yield return (name, exchange.At);
            }
        }

        foreach (var exchange in profile.Ui?.Exchanges.Values ?? [])
        {
            var filled = exchange.Steps.SelectMany(s => (s.Fill?.Only ?? []).Concat(s.Row));
            foreach (var name in filled.Concat(exchange.Items.Keys).Concat(exchange.As.Keys))
            {
                yield return (name, exchange.At);
            }
        }

        var everywhere = (profile.Api?.Items.Keys ?? []).Concat(profile.Ui?.Items.Keys ?? []).Concat(profile.Ui?.As.Keys ?? []);
        foreach (var name in everywhere)
        {
            yield return (name, default);
        }
    }

    private static Problem Problem(Profile profile, string code, SourcePosition at, string fact, string remedy) =>
        new(code, profile.File, at.Line, at.Column, fact, remedy);
}

/// <summary>What <see cref="ProfileLint.Check"/> found.</summary>
/// <param name="Problems">In the order of the file.</param>
/// <param name="Unmapped">Exchanges that the features need and the profile does not map: their functions cannot be verified there.</param>
public sealed record ProfileLintResult(IReadOnlyList<Problem> Problems, IReadOnlyList<UnmappedExchange> Unmapped);

/// <param name="Surface"><c>api</c> or <c>ui</c>.</param>
public sealed record UnmappedExchange(string Exchange, string Surface);
