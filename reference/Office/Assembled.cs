using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>What an application consists of beside what all share.</summary>
internal sealed record Assembled(IReadOnlyList<Operation> Operations, IReadOnlyList<INeighbour> Neighbours)
{
    /// <summary>What is fetched and is no operation, for the description of the API: path with its parameters in braces, title, content type.</summary>
    public IReadOnlyList<(string Path, string Title, string Type)> Fetched { get; init; } = [];

    /// <summary>An older edition of the interface that is served beside the newer one; null where there is none.</summary>
    public OlderEdition? Older { get; init; }

    /// <summary>Routes that are no operations: files, feeds.</summary>
    public Action<IEndpointRouteBuilder, OfficeApi, Screens.OfficeScreens> Routes { get; init; } = (_, _, _) => { };
}
