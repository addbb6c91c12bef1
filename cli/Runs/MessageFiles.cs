using System.Globalization;
using Conformance.Gherkin;

namespace Conformance.Cli.Runs;

/// <summary>The files of Cucumber Messages of one run: lines for tools, and a page for people. Empty where none were asked for.</summary>
internal sealed class MessageFiles : IAsyncDisposable
{
    private const string Folder = "messages";

    private readonly MessagesSink? lines;
    private readonly HtmlSink? page;

    private MessageFiles(MessagesSink? lines, HtmlSink? page) => (this.lines, this.page) = (lines, page);

    public IReadOnlyList<IRunSink> Sinks => lines is not null && page is not null ? [lines, page] : [];

    /// <param name="role">Name of the files.</param>
    /// <param name="session">From one: a run that goes on writes files of its own.</param>
    public static MessageFiles Create(RunRequest request, string role, int session)
    {
        if (!request.Execution.Messages)
        {
            return new(null, null);
        }

        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.EvidenceFolder))!, Folder);
        var name = session == 1 ? role : string.Create(CultureInfo.InvariantCulture, $"{role}-{session}");

        // Evidence is beside them already; a message only says where.
        string? Linked(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
        return new(
            MessagesSink.ToFile(Path.Combine(folder, name + ".ndjson"), Linked),
            HtmlSink.ToFile(Path.Combine(folder, name + ".html"), $"{request.Standard.Name} {request.Role}", Linked));
    }

    public async ValueTask DisposeAsync()
    {
        if (lines is not null && page is not null)
        {
            await lines.DisposeAsync();
            await page.DisposeAsync();
        }
    }
}
