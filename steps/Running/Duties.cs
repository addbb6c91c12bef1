using Conformance.Spec.Contracts;

namespace Conformance.Steps.Running;

/// <summary>Which exchange of a role does what: as its contracts say, or as its <c>duties</c> do where no contract says it.</summary>
public sealed class Duties(RoleContracts role)
{
    public string Register => Told("register") ?? Of("maintain")?.Setting("register") ?? Missing("register");

    public string Change => Told("change") ?? Of("maintain")?.Setting("change") ?? Missing("change");

    public string Delete => Told("delete") ?? Of("maintain")?.Setting("delete") ?? Missing("delete");

    public string Inquiry => Of("inquire")?.By[0] ?? Missing("inquire");

    /// <summary>The exchange that shows the history; empty where no contract names one.</summary>
    public string History => Of("history") is { SeenBy: [var exchange, ..] } ? exchange : "";

    public string Link => Told("link") ?? Of("link")?.By[0] ?? Missing("link");

    public string Unlink => Told("unlink") ?? Of("link")?.By[1] ?? Missing("unlink");

    public string LinkInquiry => Of("link") is { SeenBy: [var exchange, ..] } ? exchange : Missing("link: seen-by");

    public string LinkHistory => Of("link")?.Setting("history-by") ?? Missing("link: history-by");

    /// <summary>The exchange that shows what the role keeps of somebody.</summary>
    public string Ledger => Told("ledger") ?? Missing("ledger");

    /// <summary>What enters somebody into the ledger, in order.</summary>
    public IReadOnlyList<string> Enter => role.Duties.GetValueOrDefault("enter") ?? [Missing("enter")];

    /// <summary>True where the role itself gives people their numbers.</summary>
    public bool GivesNumbers => Of("number") is not null;

    /// <summary>The item that holds somebody's number.</summary>
    public string NumberItem => Of("number")?.Setting("item") ?? "宛名番号";

    /// <summary>Whether an exchange only looks: everything else is taken to write.</summary>
    public bool Reads(string exchange) => reading.Contains(exchange);

    private readonly HashSet<string> reading =
    [
        .. role.Contracts.SelectMany(contract => contract.SeenBy), .. role.Contracts.Where(contract => contract.Kind == "inquire").SelectMany(contract => contract.By),
        .. role.Contracts.Select(contract => contract.Setting("history-by")).OfType<string>(), .. role.Duties.GetValueOrDefault("ledger") ?? [], .. (role.Duties.GetValueOrDefault("settings") ?? []).Take(1),
        .. role.Exchanges.Values.Where(exchange => exchange.Finds.Count > 0).Select(exchange => exchange.Name),
    ];

    private string? Told(string duty) => role.Duties.GetValueOrDefault(duty)?[0];

    private Contract? Of(string kind) => role.Contracts.FirstOrDefault(contract => contract.Kind == kind && (kind != "maintain" || contract.Setting("register") is not null));

    private string Missing(string duty) => throw new PreparationException($"No contract of the role {role.Name} says which exchange does 「{duty}」; add it under `duties:` in contracts.yaml.");
}
