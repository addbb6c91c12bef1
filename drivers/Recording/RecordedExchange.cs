using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Recording;

/// <summary>What a walk amounts to.</summary>
/// <param name="Mapping">As it would stand in a profile.</param>
/// <param name="Notes">Each part: what it is and how sure that is.</param>
/// <param name="Doubts">What nobody answered: the mapping is not to be trusted there.</param>
/// <param name="Shown">Items that the result shows, with their values: for the exchanges that are recorded next.</param>
/// <param name="Sent">Items that were typed, with their values as typed: for the list of what was written.</param>
public sealed record RecordedExchange(UiExchange Mapping, IReadOnlyList<WalkNote> Notes, IReadOnlyList<WalkNote> Doubts, IReadOnlyDictionary<string, string> Shown, IReadOnlyDictionary<string, string?> Sent);

/// <summary>One part of a walk, explained.</summary>
/// <param name="Place">Where it stands in the mapping: <c>open</c>, <c>欄「…」</c>, <c>press</c>, <c>read</c>.</param>
/// <param name="What">What it is, and on what that rests.</param>
public sealed record WalkNote(string Place, Bilingual What)
{
    /// <summary>Of a field: the item that goes into it; null for anything else.</summary>
    public string? Item { get; init; }

    /// <summary>Of a field: on what the item rests.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>A line of the mapping as it might be, to be looked at by a person; empty where there is no guess.</summary>
    public string Guess { get; init; } = "";
}
