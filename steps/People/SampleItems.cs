using System.Globalization;
using Conformance.Spec.Contracts;
using Conformance.Steps.Running;

namespace Conformance.Steps.People;

/// <summary>What people of a scenario have, and what of it goes with an exchange.</summary>
public static class SampleItems
{
    /// <summary>What a new person gives with an exchange, for somebody who types it: item to value as the standard writes it.</summary>
    /// <param name="id">Two with different IDs never share a person.</param>
    public static IReadOnlyDictionary<string, string> Of(RunSetting setting, string id, ExchangeContract contract)
    {
        var person = Newcomer(setting, id, "甲");
        return Going(setting, contract, person.Items, 0, person).Where(pair => pair.Value is { Length: > 0 }).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
    }

    /// <summary>A new person: what the item list knows of, and what the role says that everybody has.</summary>
    internal static Citizen Newcomer(RunSetting setting, string id, string alias, params string[] traits)
    {
        var person = setting.People.Create(id, alias, traits);
        if (setting.Role.Has.Count == 0)
        {
            return new Citizen(alias, person);
        }

        var values = new ItemTexts(setting, person);
        var own = person.Items.Keys.Where(item => !setting.Standard.Items.Any(known => known.Name == item)).Select(item => (item, (string?)null));
        return new Citizen(alias, person.With([.. own, .. setting.Role.Has.Select(item => (item.Key, (string?)values.Filled(item.Key, item.Value)))]));
    }

    /// <summary>The defaults of the contract, filled in, and then the given items and what the person was answered before.</summary>
    internal static Dictionary<string, string?> Going(RunSetting setting, ExchangeContract contract, IReadOnlyDictionary<string, string> items, int @operator, Citizen? about)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        var going = items.Concat(about is null ? [] : about.Known).Where(item => contract.Sends is null || contract.Sends.Contains(item.Key));
        foreach (var (item, value) in contract.Defaults.Concat(going))
        {
            all[item] = value == "${resident}" ? about?.ResidentNumber : Filled(setting, value, @operator);
        }

        return all;
    }

    private static string Filled(RunSetting setting, string value, int @operator) => value switch
    {
        "${municipality}" => setting.Municipality,
        "${business}" => setting.Business,
        "${operator}" => setting.Operators[@operator],
        ['$', '{', 't', 'o', 'd', 'a', 'y', ..] => ItemTexts.Day(setting.Today, value),
        "${now}" => setting.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => value,
    };
}
