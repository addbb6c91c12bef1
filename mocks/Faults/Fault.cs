namespace Conformance.Mocks;

/// <summary>A misbehaviour of a neighbour, wanted by a test.</summary>
/// <param name="Operation">The operation as the journal names it, such as those of <see cref="AtenaOperations"/> or <see cref="MynaportalOperations"/>, or
/// <see cref="Any"/>.</param>
public sealed record Fault(string Operation)
{
    /// <summary>Strikes requests of every operation.</summary>
    public const string Any = "*";

    /// <summary>Only requests that carry all of these, as items or as conditions, or are about who has them; empty: every request of the operation.</summary>
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

    /// <summary>The neighbour's own answer breaks off in the middle of its body.</summary>
    public bool HalfAnswer { get; init; }

    /// <summary>The neighbour's own answer says that it is of this content type; null: of its own.</summary>
    public string? WrongContentType { get; init; }

    /// <summary>The request's token counts as expired, for this request alone.</summary>
    public bool ExpiredToken { get; init; }

    /// <summary>Every element of the lists in the neighbour's JSON answer comes twice.</summary>
    public bool Duplicates { get; init; }

    /// <summary>The lists in the neighbour's JSON answer come in reverse.</summary>
    public bool OutOfOrder { get; init; }

    /// <summary>True where the neighbour's own answer is not given.</summary>
    internal bool ReplacesAnswer => Reset || Status is not null;

    public override string ToString() =>
        string.Join(", ", new[]
        {
            Delay > TimeSpan.Zero ? $"delay {Delay.TotalMilliseconds:0} ms" : null,
            Status is { } status ? $"status {status}" : null,
            Reset ? "reset" : null,
            HalfAnswer ? "half an answer" : null,
            WrongContentType is { } type ? $"content type {type}" : null,
            ExpiredToken ? "expired token" : null,
            Duplicates ? "duplicates" : null,
            OutOfOrder ? "out of order" : null,
        }.Where(part => part is not null));
}
