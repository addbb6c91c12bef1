using Conformance.Fixtures;

namespace Conformance.Steps.People;

/// <summary>A person of a scenario: what the harness believes about them.</summary>
public sealed class Citizen(string alias, Person person)
{
    private readonly List<Person> states = [person];

    /// <summary>甲, 乙, 丙.</summary>
    public string Alias => alias;

    /// <summary>The person as sent to the target last.</summary>
    public Person Person => states[^1];

    /// <summary>Every state of the person's items that was sent to the target, oldest first.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> States => [.. states.Select(state => state.Items)];

    /// <summary>What was sent last: item name as printed, to value.</summary>
    public IReadOnlyDictionary<string, string> Items => Person.Items;

    /// <summary>What was sent before that.</summary>
    public IReadOnlyDictionary<string, string> PreviousItems => states[Math.Max(0, states.Count - 2)].Items;

    /// <summary>宛名番号 that the target gave, or the inherited one; null before.</summary>
    public string? Number { get; set; }

    /// <summary>住民宛名番号 of somebody who is or was a resident; null for others.</summary>
    public string? ResidentNumber { get; set; }

    public void Became(Person next) => states.Add(next);
}
