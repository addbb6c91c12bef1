using System.Collections.Concurrent;
using Conformance.Reference.Core.Faults;

namespace Conformance.Reference.Core.Ledger;

/// <summary>業務DB, in memory. Safe for concurrent use; who reads, decides and saves holds the number in <see cref="PersonLocks"/>.</summary>
internal sealed class BusinessDatabase(Disturbance disturbance)
{
    private readonly ConcurrentDictionary<string, Person> nonResidents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Person> residents = new(StringComparer.Ordinal);

    /// <summary>The 住登外者 with that 宛名番号, or null.</summary>
    public Person? NonResident(string number) => nonResidents.GetValueOrDefault(number);

    public Person? Resident(string number) => residents.GetValueOrDefault(number);

    /// <summary>Records whose number equals and whose 氏名 contains what is given, 住登外者 first, by number. Null asks for no restriction.</summary>
    public IReadOnlyList<Person> Find(string? number, string? name) =>
    [
        .. nonResidents.Values.Concat(residents.Values)
            .Where(person => number is null || person.Number == number)
            .Where(person => name is null || person["shimei"].Contains(name, StringComparison.Ordinal))
            .OrderBy(person => person.Resident)
            .ThenBy(person => person.Number, StringComparer.Ordinal),
    ];

    /// <summary>Whether a 名寄せ元 other than <paramref name="except"/> points at the number.</summary>
    public bool IsTargetOfOther(string number, string except) =>
        nonResidents.Values.Any(person => person.LinkedTo == number && person.Number != except);

    /// <summary>Stores the record, replacing what was there, at a step of a flow.</summary>
    /// <returns>The record as it now stands.</returns>
    public Person Save(string step, Person person)
    {
        if (disturbance.Saves(step, person) is not { } saved)
        {
            return person;
        }

        (saved.Resident ? residents : nonResidents)[saved.Number] = saved;
        return saved;
    }
}
