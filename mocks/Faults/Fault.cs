namespace Conformance.Mocks;

/// <summary>A misbehaviour of a neighbour, wanted by a test.</summary>
/// <param name="Operation">One of <see cref="AtenaOperations"/> or <see cref="OAuthOperations"/>.</param>
public sealed record Fault(string Operation)
{
    /// <summary>Only requests that carry all of these, as items or as conditions; empty: every request of the operation.</summary>
    public IReadOnlyDictionary<string, string> Containing { get; init; } = new Dictionary<string, string>();

    /// <summary>How many requests it strikes; null: all.</summary>
    public int? Times { get; init; }

    /// <summary>The answer is held back for this long after it was decided and journalled.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Answered with this HTTP status instead of the neighbour's own answer.</summary>
    public int? Status { get; init; }

    /// <summary>Body that goes with <see cref="Status"/>.</summary>
    public string Body { get; init; } = "";

    public string ContentType { get; init; } = "text/html; charset=UTF-8";

    /// <summary>The connection is closed without an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>With <see cref="Status"/> or <see cref="Reset"/>: the request takes effect all the same and only its answer is lost.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>True where the neighbour's own answer is not given.</summary>
    internal bool ReplacesAnswer => Reset || Status is not null;

    public override string ToString() =>
        string.Join(", ", new[]
        {
            Delay > TimeSpan.Zero ? $"delay {Delay.TotalMilliseconds:0} ms" : null,
            Status is { } status ? $"status {status}" : null,
            Reset ? "reset" : null,
        }.Where(part => part is not null));
}
