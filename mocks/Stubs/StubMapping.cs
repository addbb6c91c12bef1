using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>A request pattern and the answer to it, in the form of WireMock.</summary>
internal sealed record StubMapping
{
    public const int DefaultPriority = 5;

    public required Guid Id { get; init; }

    public string? Name { get; init; }

    /// <summary>1 is the most important.</summary>
    public int Priority { get; init; } = DefaultPriority;

    public string? Scenario { get; init; }

    public string? RequiredState { get; init; }

    public string? NewState { get; init; }

    public required RequestPattern Request { get; init; }

    public required StubResponse Response { get; init; }

    public JsonObject? Metadata { get; init; }

    /// <summary>As it is shown: what was given, completed by ID, method and status.</summary>
    public required JsonObject Json { get; init; }

    /// <summary>True where a reset keeps it: it says so itself (<c>persistent</c>), or was loaded from a file.</summary>
    public bool OutlivesReset { get; init; }

    /// <summary>Counts up; of equal priority the later wins.</summary>
    public long Insertion { get; init; }
}
