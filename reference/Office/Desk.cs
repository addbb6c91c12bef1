using Conformance.Reference.Office.Documents;
using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>What all work of an application needs. Work holds <see cref="Gate"/> while it reads, decides and stores.</summary>
internal sealed class Desk(OfficeSettings settings, Behaviour behaviour, OfficeClock clock, Glossary glossary)
{
    public OfficeSettings Settings => settings;

    public Behaviour Behaviour => behaviour;

    public OfficeClock Clock => clock;

    public Glossary Glossary => glossary;

    public Lock Gate { get; } = new();

    public Issued Issued { get; } = new(behaviour, clock);

    public WorkLog Log { get; } = new(clock);

    public Numbers Numbers { get; } = new(behaviour);

    /// <summary>Entries that were refused, where a fault remembers them.</summary>
    public List<Items.Row> Refused { get; } = [];

    /// <summary>An operation that checks its entry, then works at the gate.</summary>
    public Operation Work(string path, string title, string button, string fields, Func<Entry, Answer> work) =>
        new(path, title, button, glossary.Of(fields), (entry, _) =>
        {
            lock (Gate)
            {
                return Task.FromResult(work(entry));
            }
        });

    /// <summary>An operation that only looks.</summary>
    public Operation Look(string path, string title, string fields, string columns, Func<Entry, IEnumerable<Row>> look) =>
        Work(path, title, "照会", fields, entry => Answer.Found([.. look(entry)])) with
        {
            Inquiry = true,
            Columns = columns.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Gives = columns,
        };

    /// <summary>Refuses when anything is wrong.</summary>
    /// <exception cref="WorkRefusedException">With all errors, or with the first in the variant.</exception>
    public void OrRefuse(IReadOnlyList<WorkError> errors)
    {
        if (errors.Count > 0)
        {
            throw new WorkRefusedException(behaviour.Varies(OfficeVariants.FirstErrorOnly) ? [errors[0]] : errors);
        }
    }
}
