namespace Conformance.Mocks;

/// <summary>An answer that a scenario lays out beforehand, for requests that carry certain items. Either <see cref="Candidates"/> or <see cref="Body"/>.</summary>
public sealed record PreparedAnswer
{
    /// <summary>One of <see cref="AtenaOperations"/>.</summary>
    public required string Operation { get; init; }

    /// <summary>The request must carry all of these, as items or as conditions: item name as the standard prints it, to value. Not empty.</summary>
    public required IReadOnlyDictionary<string, string> Containing { get; init; }

    /// <summary>For 照会: the candidates, item name to value, 宛名番号 included. A number that the store does not know is registered, so that later
    /// requests about the candidate are answered sensibly.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>>? Candidates { get; init; }

    /// <summary>HTTP status that goes with <see cref="Body"/>.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The whole body, given as it is.</summary>
    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json;charset=UTF-8";

    /// <summary>How many requests are answered so; null: all until it is withdrawn.</summary>
    public int? Times { get; init; }
}
