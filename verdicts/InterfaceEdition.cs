using System.Text.Json.Serialization;
using Conformance.Spec;

namespace Conformance.Verdicts;

/// <summary>One edition of an interface of which several run side by side during a change-over (並行稼働).</summary>
/// <param name="Name">What the profile calls it.</param>
/// <param name="Beside">The other editions.</param>
public sealed record InterfaceEdition(string Name, IReadOnlyList<string> Beside)
{
    /// <summary>The edition through which was read what had been written through <see cref="Name"/>; null for a run of one edition alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReadThrough { get; init; }

    /// <summary>First day on which both have to be up; null where that is not fixed, and for the edition that stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? From { get; init; }

    /// <summary>Last day; null for the edition that stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    /// <summary>The text that fixes the period; null for the edition that stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Basis { get; init; }

    /// <summary>As files and comparisons know it: <c>2.0</c>, or <c>1.0+2.0</c> for what was written through 1.0 and read through 2.0.</summary>
    [JsonIgnore]
    public string Key => ReadThrough is null ? Name : $"{Name}+{ReadThrough}";

    /// <summary>As people read it.</summary>
    [JsonIgnore]
    public Bilingual Title => ReadThrough is null
        ? new($"連携の版 {Name}", $"interface edition {Name}")
        : new($"連携の版 {Name} で書き {ReadThrough} で読む", $"written through interface edition {Name}, read through {ReadThrough}");

    /// <summary>A role, with the edition that it was run in; the role alone where its interface has one.</summary>
    public static Bilingual Behind(string role, InterfaceEdition? edition) => edition is null ? new(role, role) : new($"{role}［{edition.Title.Ja}］", $"{role} [{edition.Title.En}]");

    /// <summary>Whether it has to be up on a day.</summary>
    public bool Applies(DateOnly on) => !(on < From) && !(on > Until);
}
