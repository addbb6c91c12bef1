using System.Globalization;
using System.Text;
using Conformance.Drivers;
using Conformance.Mocks;

namespace Conformance.Steps.Running;

/// <summary>What the target sent to a system that the harness plays, as evidence beside what was sent to the target.</summary>
internal static class JournalEvidence
{
    /// <summary>Surface of such an exchange: neither <c>api</c> nor <c>ui</c> of the target.</summary>
    public const string Surface = "mock";

    /// <param name="entry">Secrets were taken out of it before it came into the journal.</param>
    public static Exchange Of(JournalEntry entry)
    {
        var request = new StringBuilder();
        request.Append(CultureInfo.InvariantCulture, $"{entry.Method} {entry.Path} HTTP\n");
        foreach (var (name, value) in entry.Headers)
        {
            request.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }

        request.Append('\n').Append(entry.Body);
        var response = entry.ResponseStatus is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}\n\n{entry.ResponseBody}") : "";
        var notes = entry.Reasons.Concat(entry.Remarks).Append(entry.Fault is null ? "" : "注入した障害: " + entry.Fault).Where(note => note.Length > 0);
        return new Exchange(Surface, $"{entry.Neighbour}（模擬）が受けた要求: {entry.Operation}", request.ToString(),
            string.Join('\n', notes.Select(note => $"({note})").Prepend(response).Where(part => part.Length > 0)), entry.Time, TimeSpan.Zero) { Scheme = entry.Scheme };
    }
}
