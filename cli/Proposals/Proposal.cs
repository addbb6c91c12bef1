using Conformance.Drivers.Proposals;

namespace Conformance.Cli.Proposals;

/// <summary>A guess for every exchange on every surface.</summary>
/// <param name="Api">Null where there is no description of the API.</param>
/// <param name="Ui">Null where no screens were looked at.</param>
internal sealed record Proposal(ProposalSource Source, IReadOnlyList<Guess>? Api, IReadOnlyList<Guess>? Ui)
{
    public static Proposal Of(ProposalSource source) => new(source,
        source.Api is { } api ? Matching.Match(source.Sought, api.Operations, source.Vocabulary) : null,
        source.Screens is { } screens ? Matching.Match([.. source.Sought.Where(exchange => exchange is { IsBatch: false, IsDocument: false })], screens, source.Vocabulary) : null);
}
