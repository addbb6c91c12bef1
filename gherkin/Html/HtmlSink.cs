using System.Net;
using System.Text;

namespace Conformance.Gherkin;

/// <summary>
/// Writes a run as one HTML page that opens offline: the messages, shown by @cucumber/html-formatter, whose built files are part of this assembly. The
/// page is written while the run goes on and keeps nothing in memory; it is complete once the sink is disposed.
/// </summary>
public sealed class HtmlSink : IRunSink, IAsyncDisposable
{
    private const string Messages = "{{messages}}";

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly string _after;
    private readonly MessagesSink _messages;
    private bool _isClosed;

    /// <param name="stream">Where to write, in UTF-8.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the sink is disposed.</param>
    /// <param name="linkTo">The address to give for an attached file instead of its content; null to embed it if it is small enough.</param>
    public HtmlSink(Stream stream, string title, bool leaveOpen = false, Func<string, string?>? linkTo = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (_stream, _leaveOpen) = (stream, leaveOpen);
        var page = Asset("index.mustache")
            .Replace("{{title}}", WebUtility.HtmlEncode(title), StringComparison.Ordinal)
            .Replace("{{icon}}", Asset("icon.url").Trim(), StringComparison.Ordinal)
            .Replace("{{css}}", Asset("main.css"), StringComparison.Ordinal)
            .Replace("{{custom_css}}", "", StringComparison.Ordinal)
            .Replace("{{custom_script}}", "", StringComparison.Ordinal);
        var at = page.IndexOf(Messages, StringComparison.Ordinal);
        _after = page[(at + Messages.Length)..].Replace("{{script}}", Asset("main.js"), StringComparison.Ordinal);
        _stream.Write(Encoding.UTF8.GetBytes(page[..at]));
        _messages = new(new ScriptStream(_stream), leaveOpen: true, linkTo);
    }

    /// <summary>Creates the file, with its folder.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static HtmlSink ToFile(string path, string title, Func<string, string?>? linkTo = null) => new(SinkFile.Create(path), title, linkTo: linkTo);

    public ValueTask OnAsync(RunEvent e) => _messages.OnAsync(e);

    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        await _messages.DisposeAsync();
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(_after));
        await _stream.FlushAsync();
        if (!_leaveOpen)
        {
            await _stream.DisposeAsync();
        }
    }

    private static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(HtmlSink).Assembly.GetManifestResourceStream("html/" + name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
