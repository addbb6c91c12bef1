using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Faults;

/// <summary>A seeded fault. Most act where a record passes a seam (is stored, taken in, printed, sent or shown); the others are asked for by
/// their ID in the code that shows them.</summary>
internal sealed record OfficeFault(string Id, string Function, string What)
{
    /// <summary>Where <see cref="Spoil"/> acts, for example <c>store</c> or <c>print:認定通知書</c>.</summary>
    public string? Seam { get; init; }

    /// <summary>Spoils the record in place.</summary>
    public Action<Row>? Spoil { get; init; }

    /// <summary>A field that takes more (or fewer) characters than it should.</summary>
    public (string Field, int Shift)? Limit { get; init; }

    /// <summary>A field that is not checked at all.</summary>
    public string? Unchecked { get; init; }

    /// <summary>Its API shows nothing of it.</summary>
    public bool OnScreensOnly { get; init; }

    /// <summary>Path of an operation that refuses a wrong entry and carries it out all the same.</summary>
    public string? StoresRefused { get; init; }
}
