using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>Where every piece of work begins, from the API and from screens: rights, checks, the work itself, the record of it.</summary>
/// <param name="faults">IDs of the faults by which the right is not asked for: on the API, on screens.</param>
/// <param name="logFault">ID of the fault by which the log does not say who it was.</param>
internal sealed class Counter(Desk desk, (string Api, string Screen) faults, string logFault)
{
    /// <exception cref="WorkRefusedException">No right, wrong input, or the work itself refuses.</exception>
    public async Task<Answer> PerformAsync(Operation operation, Entry entry, CancellationToken cancellationToken)
    {
        if (!May(operation, entry))
        {
            throw new WorkRefusedException([new WorkError("E0403", "この操作の権限がありません。")], StatusCodes.Status403Forbidden);
        }

        var errors = operation.ChecksItself ? [] : FieldCheck.Of(operation.Fields, entry.Items, desk.Behaviour);
        if (errors.Count > 0 && desk.Behaviour.StoresRefused(operation.Path))
        {
            await operation.PerformAsync(entry, cancellationToken);
        }

        if (errors.Count > 0 && Output.OutputFaults.KeepsRefused(desk.Behaviour))
        {
            desk.Refused.Add(entry.Items.Copy());
        }

        desk.OrRefuse(errors);
        var answer = await operation.PerformAsync(entry, cancellationToken);
        foreach (var whose in Whose(operation, entry, answer))
        {
            desk.Log.Write(desk.Behaviour.Shows(logFault) ? "" : entry.Operator, operation.Title, whose);
        }

        return answer;
    }

    /// <summary>Whether the operator may do it.</summary>
    public bool May(Operation operation, Entry entry) => operation.Inquiry || Staff.MayChange(entry.Operator)
        || desk.Behaviour.Shows(entry.Screen ? faults.Screen : faults.Api);

    private static List<string> Whose(Operation operation, Entry entry, Answer answer)
    {
        var numbers = answer.Rows.Select(row => row["atenabango"]).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal).Take(20).ToList();
        return numbers.Count > 0 ? numbers : operation.Inquiry && !entry.Filled("atenabango") ? [] : [entry["atenabango"]];
    }
}
