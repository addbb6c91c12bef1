using Conformance.Cli.Commands.Profiles;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Cli.Walks;

/// <summary>The exchanges of a profile whose screens are walked through, and what is known of them.</summary>
internal static class WalkSubjects
{
    /// <summary>Role and exchange, in the order asked for; where nothing is asked for, those that screens lack, in the order of the contracts.</summary>
    /// <param name="named">Names of exchanges.</param>
    /// <param name="lane">One role of the profile; null for all of them.</param>
    /// <param name="mapped">Those that are mapped, not those that lack.</param>
    /// <exception cref="BadInputException">CF5012: there is no such exchange; CF6045: the profile has no such role.</exception>
    public static IReadOnlyList<(RoleContracts Role, ExchangeContract Exchange)> Of(Profile profile, Standard standard, IReadOnlyList<string> named, string? lane, bool mapped)
    {
        if (lane is not null && !profile.Roles.Contains(lane))
        {
            throw new BadInputException(new Problem("CF6045", "--role", 0, 0, $"The profile has no role 「{lane}」.", $"Use one of: {string.Join(", ", profile.Roles)}."));
        }

        var all = profile.Roles.Where(name => lane is null || name == lane).Select(standard.Role).SelectMany(role => role.Exchanges.Values.Select(exchange => (Role: role, Exchange: exchange))).DistinctBy(one => one.Exchange.Name).ToList();
        var unknown = named.Where(name => !all.Exists(one => one.Exchange.Name == name)).ToList();
        if (unknown.Count > 0)
        {
            throw new BadInputException([.. unknown.Select(name => new Problem("CF5012", "--exchange", 0, 0, $"The standard has no exchange 「{name}」 for {string.Join(", ", profile.Roles)}.", $"Use one of: {string.Join(", ", all.Select(one => one.Exchange.Name))}."))]);
        }

        return named.Count > 0 ? [.. named.Distinct().Select(name => all.First(one => one.Exchange.Name == name))]
            : [.. all.Where(one => profile.Ui!.Exchanges.ContainsKey(one.Exchange.Name) == mapped && (mapped || (one.Exchange.Form is null && !one.Exchange.IsBatch)))];
    }

    /// <summary>What is known of an exchange, with values to type.</summary>
    /// <param name="known">What earlier results showed of the same person.</param>
    public static WalkSubject Subject(RunSetting setting, ExchangeContract exchange, IReadOnlyDictionary<string, string> known)
    {
        var contracts = setting.Role.Contracts.Where(contract => contract.By.Contains(exchange.Name)).ToList();
        var reads = new Duties(setting.Role).Reads(exchange.Name);
        var samples = new Dictionary<string, string>(SampleItems.Of(setting, "record", exchange), StringComparer.Ordinal);
        foreach (var (item, value) in known)
        {
            samples[item] = value;
        }

        // A search by a number or a name: who types more than that looks for nobody in particular.
        IReadOnlyList<string> takes = exchange.Sends ?? [.. contracts.SelectMany(contract => contract.List("items")).Concat(exchange.Defaults.Keys).Concat(exchange.Finds).Concat(reads ? setting.Role.KeyItems : []).Distinct()];
        return new WalkSubject(exchange.Name, takes, exchange.Keeps, reads, reads ? samples.Where(pair => takes.Contains(pair.Key) || setting.Role.KeyItems.Contains(pair.Key) || known.ContainsKey(pair.Key)).ToDictionary() : samples, Codes(setting.Standard));
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Codes(Standard standard) =>
        standard.Items.Where(item => item.Code.Length > 0).GroupBy(item => item.Name).Select(same => (same.Key, List: standard.Codes.FirstOrDefault(list => list.Id == same.First().Code)))
            .Where(pair => pair.List is not null).ToDictionary(pair => pair.Key, pair => pair.List!.Values, StringComparer.Ordinal);
}
