namespace Conformance.Mocks;

/// <summary>What happens to a connection instead of a whole answer.</summary>
internal enum Break
{
    /// <summary>Reset (TCP RST) without a byte.</summary>
    Reset,

    /// <summary>Closed without a byte.</summary>
    Empty,

    /// <summary>Status and headers announce a chunked body, then garbage comes, then the end.</summary>
    MalformedChunk,

    /// <summary>Garbage instead of an answer, then the end.</summary>
    Garbage,

    /// <summary>Half of the body, then the end.</summary>
    Half,
}
