using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Neighbour;

namespace Conformance.Reference.Core.Work;

/// <summary>What every piece of work needs at hand, and what they all do alike.</summary>
/// <remarks>Nothing is half-registered: work first prepares the new records, then sends what the flow says, and stores them only when the
/// neighbour has accepted. The flows of 2.3.2 print storing before sending; seen from outside the two orders differ only when the
/// neighbour refuses or is down, and there this one leaves 業務DB as it was and tells staff why.</remarks>
internal sealed class Desk(CoreOptions options, BusinessDatabase database, PersonLocks locks, AtenaNeighbour neighbour, Messages messages)
{
    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);

    public CoreOptions Options => options;

    public BusinessDatabase Database => database;

    public PersonLocks Locks => locks;

    public AtenaNeighbour Neighbour => neighbour;

    public Messages Messages => messages;

    /// <summary>A record as entered, not stored yet.</summary>
    public Person Draft(string number, IReadOnlyDictionary<string, string> entry, string operatorId) => Stamp(
        new Person
        {
            Number = number,
            Items = Merge(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [PersonItems.MunicipalityCode.Name] = options.MunicipalityCode,
            }, entry),
            ChangedBy = operatorId,
            ChangedAt = default,
        },
        operatorId);

    public Person Stamp(Person person, string operatorId) => person with
    {
        ChangedBy = operatorId,
        ChangedAt = options.TimeProvider.GetUtcNow().ToOffset(JapanTime),
    };

    /// <summary>The items of a record after an entry: what is given replaces, a given blank clears, the rest stays.</summary>
    public static IReadOnlyDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> items, IReadOnlyDictionary<string, string> entry)
    {
        var merged = new Dictionary<string, string>(items, StringComparer.Ordinal);
        foreach (var (name, value) in entry)
        {
            if (value.Length > 0)
            {
                merged[name] = value;
            }
            else
            {
                merged.Remove(name);
            }
        }

        return merged;
    }

    /// <summary>The 住登外者 with that number.</summary>
    /// <exception cref="RefusedWorkException">K0002 unknown; K0003 no longer kept.</exception>
    public Person Kept(string number)
    {
        var person = database.NonResident(number)
            ?? throw new RefusedWorkException("K0002", $"宛名番号{number}の住登外者は登録されていません。");
        return person.Ended
            ? throw new RefusedWorkException("K0003", $"宛名番号{number}の住登外者は管理を終了しています。")
            : person;
    }

    /// <summary>Checks an entry about the person with that number, all at once.</summary>
    /// <exception cref="RefusedWorkException">E0001, E0002, E0003.</exception>
    public static void Check(
        string label, string number, IReadOnlyDictionary<string, string> entry, bool nameRequired)
    {
        IEnumerable<Item> required = nameRequired ? [PersonItems.Find("shimei")!] : [];
        OrRefuse([.. Of(label, number), .. ItemCheck.Of(entry, required)]);
    }

    /// <summary>Checks several numbers, all at once.</summary>
    /// <exception cref="RefusedWorkException">E0001, E0002, E0003.</exception>
    public static void CheckNumbers(params IEnumerable<(string Label, string Number)> numbers) =>
        OrRefuse([.. numbers.SelectMany(number => Of(number.Label, number.Number))]);

    private static IEnumerable<WorkError> Of(string label, string number) => ItemCheck
        .Of(new Dictionary<string, string> { [PersonItems.Number.Name] = number }, PersonItems.Number)
        .Select(error => error with { Message = error.Message.Replace(PersonItems.Number.Label, label, StringComparison.Ordinal) });

    private static void OrRefuse(IReadOnlyList<WorkError> errors)
    {
        if (errors.Count > 0)
        {
            throw new RefusedWorkException(errors);
        }
    }
}
