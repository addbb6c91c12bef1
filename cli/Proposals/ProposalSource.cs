using Conformance.Drivers.Proposals;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Cli.Proposals;

/// <summary>What a profile is proposed from.</summary>
/// <param name="Api">Null where the product gives no description.</param>
/// <param name="ApiBase">Where its paths begin.</param>
/// <param name="OpenApiPath">Path of the description relative to the base; empty where it is elsewhere.</param>
/// <param name="Screens">Null where no screens were looked at.</param>
/// <param name="Operators">Variables of the environment with an operator's name and password.</param>
internal sealed record ProposalSource(
    Standard Standard, RoleContracts Role, MunicipalityClass Class, string Environment,
    DescribedApi? Api, Uri? ApiBase, string OpenApiPath,
    IReadOnlyList<OfferedPlace>? Screens, Uri? ScreenBase, OfferedLogin? Login, IReadOnlyList<string> Operators)
{
    public required IReadOnlyList<SoughtExchange> Sought { get; init; }

    /// <summary>Item name to field name of the standard.</summary>
    public required IReadOnlyDictionary<string, string> Vocabulary { get; init; }
}
