namespace Conformance.Mocks;

/// <summary>Settings of the <see cref="AtenaFunction"/>.</summary>
public sealed record AtenaOptions
{
    /// <summary>False: calls are answered without a token too (a target in a closed network). A token that is there is not looked at then.</summary>
    public bool NeedsToken { get; init; } = true;

    /// <summary>The first serial of the numbers handed out, at most 14 digits. Null: derived from the time of the start, so that numbers of two runs
    /// against one target do not meet (1,000 a second).</summary>
    public long? FirstSerial { get; init; }

    /// <summary>Layouts of the target, for calls that no official text lays out.</summary>
    public IReadOnlyList<AtenaLayout> Layouts { get; init; } = [];

    /// <summary>市区町村コード of records that a preparation gives none.</summary>
    public string Municipality { get; init; } = "131016";
}
