namespace Conformance.Mocks;

/// <summary>How an answer goes out when it does not go out at once and whole.</summary>
internal sealed record Sending
{
    /// <summary>Before the first byte.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The connection is closed or spoilt instead of an answer, or in the middle of one.</summary>
    public Break? Break { get; init; }

    /// <summary>In how many pieces the body goes, over <see cref="Over"/>; 0: at once.</summary>
    public int Pieces { get; init; }

    public TimeSpan Over { get; init; }

    /// <summary>Leaves Content-Length out and sends the body chunked.</summary>
    public bool Chunked { get; init; }
}
