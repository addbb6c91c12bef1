using System.Globalization;
using System.Text;
using System.Xml;

namespace Conformance.Gherkin;

/// <summary>
/// Writes a run as JUnit XML for build servers: a case per scenario and pass, with its feature as class name. What did not pass is a failure, what is
/// the harness's fault an error, what was skipped, waits or did not run is skipped with its reason; earlier attempts are kept as <c>flakyFailure</c> and
/// <c>rerunFailure</c>. Cases are kept in a file beside the result until their number is known, not in memory.
/// </summary>
public sealed class JunitSink : IRunSink, IAsyncDisposable
{
    private static readonly XmlWriterSettings Fragment = new() { ConformanceLevel = ConformanceLevel.Fragment, Indent = true, NewLineChars = "\n", CheckCharacters = false, Encoding = new UTF8Encoding(false) };

    private readonly string _path;
    private readonly string _name;
    private readonly FileStream _cases;
    private readonly XmlWriter _xml;

    // Of scenarios that are running or will be tried again; small, whatever the size of the run.
    private readonly Dictionary<int, List<JunitAttempt>> _attempts = [];
    private DateTimeOffset _started;
    private TimeSpan _duration;
    private int _tests;
    private int _failures;
    private int _errors;
    private int _skipped;
    private bool _isClosed;

    private JunitSink(string path, string name)
    {
        (_path, _name) = (path, name);
        _cases = SinkFile.Create(path + ".cases");
        _xml = XmlWriter.Create(_cases, Fragment);
    }

    /// <summary>Begins the file; it is there, complete, once the sink is disposed.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static JunitSink ToFile(string path, string name) => new(path, name);

    public ValueTask OnAsync(RunEvent e)
    {
        switch (e)
        {
            case RunEvent.RunStarted started:
                _started = started.At;
                break;
            case RunEvent.ScenarioStarted started:
                Attempts(started.Scenario.Number).Add(new());
                break;
            case RunEvent.StepFinished { Result.Status: not StepStatus.Passed } step:
                Attempts(step.Scenario.Number)[^1].Saw(step.Step, step.Result);
                break;
            case RunEvent.ScenarioFinished finished:
                Finish(finished);
                break;
            case RunEvent.ScenarioNotRun notRun:
                Case(notRun.Pickle, notRun.Pass, TimeSpan.Zero, () => Skipped(notRun.Reason));
                break;
            case RunEvent.RunFinished finished:
                _duration = finished.Outcome.Duration;
                break;
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        _xml.Flush();
        _xml.Close();
        await _cases.DisposeAsync();
        await using (var file = SinkFile.Create(_path))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites>\n<testsuite name=\"{XmlText.Attribute(_name)}\" tests=\"{_tests}\" failures=\"{_failures}\" errors=\"{_errors}\" skipped=\"{_skipped}\" time=\"{_duration.TotalSeconds:0.###}\" timestamp=\"{_started.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}\">\n")));
            await using (var cases = File.OpenRead(_path + ".cases"))
            {
                await cases.CopyToAsync(file);
            }

            await file.WriteAsync("\n</testsuite>\n</testsuites>\n"u8.ToArray());
        }

        File.Delete(_path + ".cases");
    }

    private List<JunitAttempt> Attempts(int scenario) => _attempts.TryGetValue(scenario, out var attempts) ? attempts : _attempts[scenario] = [];

    private void Finish(RunEvent.ScenarioFinished finished)
    {
        var attempts = Attempts(finished.Scenario.Number);
        var last = attempts[^1];
        last.Ended(finished.Status, finished.Message, finished.Exception);
        if (finished.WillBeRetried)
        {
            return;
        }

        _attempts.Remove(finished.Scenario.Number);
        Case(finished.Scenario.Pickle, finished.Scenario.Pass, finished.Duration, () =>
        {
            switch (finished.Status)
            {
                case StepStatus.Passed:
                    break;
                case StepStatus.Skipped or StepStatus.Unknown:
                    Skipped(last.Message);
                    break;
                case StepStatus.Pending when finished.Wait is { } wait:
                    Skipped(wait.Reason);
                    break;
                case StepStatus.Undefined or StepStatus.Ambiguous:
                    _errors++;
                    Trouble("error", last);
                    break;
                default:
                    _failures++;
                    Trouble("failure", last);
                    break;
            }

            foreach (var earlier in attempts.SkipLast(1))
            {
                Trouble(finished.Status == StepStatus.Passed ? "flakyFailure" : "rerunFailure", earlier);
            }
        });
    }

    private void Case(Pickle pickle, string pass, TimeSpan duration, Action content)
    {
        _tests++;
        _xml.WriteStartElement("testcase");
        _xml.WriteAttributeString("classname", XmlText.Plain(pickle.Feature.Name));
        _xml.WriteAttributeString("name", XmlText.Plain(pass.Length == 0 ? pickle.Name : $"{pickle.Name} ({pass})"));
        _xml.WriteAttributeString("file", XmlText.Plain(pickle.Uri));
        _xml.WriteAttributeString("line", pickle.Position.Line.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("time", duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        content();
        _xml.WriteEndElement();
    }

    private void Skipped(string? reason)
    {
        _skipped++;
        _xml.WriteStartElement("skipped");
        _xml.WriteAttributeString("message", XmlText.Plain(reason ?? ""));
        _xml.WriteEndElement();
    }

    private void Trouble(string element, JunitAttempt attempt)
    {
        _xml.WriteStartElement(element);
        _xml.WriteAttributeString("type", XmlText.Plain(attempt.Type));
        _xml.WriteAttributeString("message", XmlText.Plain(attempt.Message ?? ""));
        _xml.WriteString(XmlText.Plain($"{attempt.Step}\n{attempt.Trace}".Trim()));
        _xml.WriteEndElement();
    }
}
