using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Profiles;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Cli.Proposals;

/// <summary>What the contracts of a role say about each of its exchanges that can be recognised in a product.</summary>
internal static class SoughtExchanges
{
    private static readonly string[] Classes = ["mandatory", "forbidden", "optional"];

    /// <returns>The strictest class first, then in the order of the contracts.</returns>
    public static IReadOnlyList<SoughtExchange> Of(Standard standard, RoleContracts role, MunicipalityClass municipality)
    {
        var blamed = ProfileLintCommand.Blamed(standard, role);
        var official = ProfileLintCommand.Interfaces(standard, [role]);
        return
        [
            .. role.Exchanges.Values.Select(exchange =>
            {
                var units = ProfileLintCommand.Units(role, exchange, blamed);
                var contracts = role.Contracts.Where(contract => contract.By.Contains(exchange.Name)).ToList();
                var items = contracts.SelectMany(contract => contract.List("items")).ToList();
                // What goes with it where the contract names no items: what every person of a scenario has.
                var given = exchange.Sends ?? [.. items.Concat(role.Has.Keys)];
                return new SoughtExchange(exchange.Name, ProfileLintCommand.Class(municipality, standard, role, units),
                    [.. units.Select(unit => standard.Function(unit)?.Name).OfType<string>()], [.. given.Concat(exchange.Defaults.Keys).Concat(exchange.Finds).Distinct()],
                    [.. exchange.Keeps.Concat(exchange.Finds).Concat(role.Contracts.Where(contract => contract.SeenBy.Contains(exchange.Name)).SelectMany(contract => contract.List("items"))).Distinct()])
                {
                    Units = units,
                    AlsoCalled = exchange.Interface is { } file ? [file] : [],
                    Official = official.TryGetValue(exchange.Name, out var layout) ? (layout.Method, layout.Path) : null,
                    Searches = contracts.Any(contract => contract.Kind == "inquire"),
                    IsDocument = exchange.Form is not null,
                    IsBatch = exchange.IsBatch,
                };
            }).OrderBy(exchange => Array.IndexOf(Classes, exchange.Class)),
        ];
    }
}
