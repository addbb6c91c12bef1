namespace Conformance.Drivers;

/// <summary>One exchange with the target, in the words of the standard: what is done, for whom, with which items.</summary>
/// <param name="Exchange">Name of an exchange in the standard's contracts, such as 付番 or 照会.</param>
/// <param name="Items">Item name as the standard prints it (氏名_フリガナ) to value. An item that is absent here is not sent; one
/// with a <c>null</c> value is sent as null.</param>
public sealed record FunctionCall(string Exchange, IReadOnlyDictionary<string, string?> Items)
{
    /// <summary>Search conditions of an inquiry; empty otherwise.</summary>
    public IReadOnlyList<SearchCondition> Conditions { get; init; } = [];

    /// <summary>Which credential goes with the call.</summary>
    public Credential Credential { get; init; } = Credential.Valid;

    /// <summary>Zero-based: which of the profile's operators acts. Each has a session of its own.</summary>
    public int Operator { get; init; }

    /// <summary>Where it waits, written and with its token, until all that are to run at the same time are as far; null: it does not.</summary>
    public StartLine.Runner? Start { get; init; }

    /// <summary>業務ID in whose name the call is made, where that matters (who may see what); null for the profile's own.</summary>
    public string? Business { get; init; }
}
