using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Conformance.Mocks;

/// <summary>The persons that the neighbour knows, and the numbers it hands out. Not thread-safe: <see cref="AtenaFunction"/> holds the lock.</summary>
internal sealed class AtenaStore(long firstSerial)
{
    private readonly Dictionary<string, AtenaPerson> persons = new(StringComparer.Ordinal);
    private readonly List<AtenaPerson> order = [];
    private readonly List<(IReadOnlyDictionary<string, string> Containing, string Number)> assignments = [];
    private long serial = firstSerial;

    /// <summary>In the order of registration.</summary>
    public IReadOnlyList<AtenaPerson> Persons => order;

    public bool TryGet(string? number, [NotNullWhen(true)] out AtenaPerson? person)
    {
        person = null;
        return number is not null && persons.TryGetValue(number, out person);
    }

    public AtenaPerson Add(string number, IReadOnlyDictionary<string, string> members)
    {
        var person = new AtenaPerson(number, members.GetValueOrDefault(AtenaItems.BusinessMember, "000"));
        person.Append(AtenaStates.Registered, members);
        persons.Add(number, person);
        order.Add(person);
        return person;
    }

    public bool IsTaken(string number) => persons.ContainsKey(number) || assignments.Exists(assignment => assignment.Number == number);

    public void Assign(IReadOnlyDictionary<string, string> containing, string number) => assignments.Add((containing, number));

    /// <summary>The number for a new person: the assigned one where the request carries what it was assigned to, else the next free one.</summary>
    public string NumberFor(Receipt receipt)
    {
        var index = assignments.FindIndex(assignment => RequestContent.MentionsAll(receipt, assignment.Containing));
        if (index < 0)
        {
            return NextNumber();
        }

        var number = assignments[index].Number;
        assignments.RemoveAt(index);
        return number;
    }

    public string NextNumber()
    {
        while (true)
        {
            var body = serial++.ToString("D14", CultureInfo.InvariantCulture);
            if (AtenaNumber.Remainder(body) != 1 && AtenaNumber.Complete(body) is var number && !IsTaken(number))
            {
                return number;
            }
        }
    }
}
