using System.Text.Json.Nodes;

namespace Conformance.Reference.Core.Api;

/// <summary>One operation of /api, and what /openapi.json says about it.</summary>
/// <param name="Path">Below /api/.</param>
/// <param name="Members">Members of the request beside the items of a person: name, meaning, whether required.</param>
/// <param name="Items">Whether the items of a person may be given.</param>
internal sealed record Operation(
    string Path,
    string Summary,
    IReadOnlyList<(string Name, string Meaning, bool Required)> Members,
    bool Items,
    Func<Submission, CancellationToken, Task<IEnumerable<JsonObject>>> PerformAsync);
