using Conformance.Fixtures;

namespace Conformance.Steps.People;

/// <summary>A person of a scenario: what the harness believes about them.</summary>
public sealed class Citizen(string alias, Person person)
{
    private readonly List<Person> states = [person];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>甲, 乙, 丙.</summary>
    public string Alias => alias;

    /// <summary>The person as sent to the target last.</summary>
    public Person Person => states[^1];

    /// <summary>Every state of the person's items that was sent to the target, oldest first.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> States => [.. states.Select(state => state.Items)];

    /// <summary>What was sent last: item name as printed, to value.</summary>
    public IReadOnlyDictionary<string, string> Items => Person.Items;

    /// <summary>What the target answered about the person and they have from then on, such as 受付番号.</summary>
    public IReadOnlyDictionary<string, string> Known => known;

    /// <summary>An item, as known or as the person has it; null where they have none.</summary>
    public string? Item(string name) => known.GetValueOrDefault(name) ?? Items.GetValueOrDefault(name);

    /// <summary>What was sent before that.</summary>
    public IReadOnlyDictionary<string, string> PreviousItems => states[Math.Max(0, states.Count - 2)].Items;

    /// <summary>宛名番号 that the target gave, or the inherited one; null before.</summary>
    public string? Number { get; set; }

    /// <summary>住民宛名番号 of somebody who is or was a resident; null for others.</summary>
    public string? ResidentNumber { get; set; }

    public void Became(Person next) => states.Add(next);

    /// <summary>The person is to have been like this from the beginning: no state of its own.</summary>
    public void Is(Person instead) => states[^1] = instead;

    /// <summary>Item to the exchange whose answer would have told it, had the profile said how it is read.</summary>
    public Dictionary<string, string> Unread { get; } = new(StringComparer.Ordinal);

    public void Know(string item, string value) => known[item] = value;

    public void Forget(string item) => known.Remove(item);
}
