using System.Text.Json.Nodes;

namespace Conformance.Reference.Tests.Office;

/// <summary>An application that lies in the miniature of ぴったりサービス.</summary>
internal sealed class PortalEntry
{
    public required string Number { get; init; }

    public required string Procedure { get; init; }

    public string State { get; set; } = "mishutoku";

    public required JsonObject Data { get; init; }

    /// <summary>Answered instead of the data where it is set.</summary>
    public string? Raw { get; init; }

    public Dictionary<string, byte[]> Papers { get; } = [];
}
