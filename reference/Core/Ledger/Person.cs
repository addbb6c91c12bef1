namespace Conformance.Reference.Core.Ledger;

/// <summary>One record of 業務DB.</summary>
internal sealed record Person
{
    /// <summary>宛名番号: that of a 住登外者, or 住民宛名番号 of a resident.</summary>
    public required string Number { get; init; }

    /// <summary>Whether the record came from 住民記録システム.</summary>
    public bool Resident { get; init; }

    /// <summary>ローマ字 to value; blank items are absent.</summary>
    public required IReadOnlyDictionary<string, string> Items { get; init; }

    /// <summary>No longer kept: a 住登外者 who became a resident, or a resident who became a 住登外者.</summary>
    public bool Ended { get; init; }

    public Sorting Sorting { get; init; }

    /// <summary>名寄せ先宛名番号 of a 名寄せ元; null otherwise.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>住民宛名番号 under which an ended 住登外者 lives on; null otherwise.</summary>
    public string? ResidentNumber { get; init; }

    /// <summary>操作者ID of the last change.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>Time of the last change, Japan time.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public string this[string item] => Items.GetValueOrDefault(item, "");
}
