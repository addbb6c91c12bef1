using System.Globalization;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>
/// Writes a run as Cucumber Messages, one JSON object a line. Each line is flushed when its scenario ends, so what was recorded stays
/// recorded. Keeps nothing of the run but the order of its documents.
/// </summary>
/// <remarks>
/// Identifiers speak: a pickle's is its file and line, a test case's holds the pass. Files up to one mebibyte are embedded, larger ones are named
/// by their address.
/// </remarks>
public sealed class MessagesSink : IRunSink, IAsyncDisposable
{
    /// <summary>The version of the messages that the schema describes.</summary>
    public const string ProtocolVersion = "35.0.0";

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly Func<string, string?>? _linkTo;
    private readonly MessageWriter _writer;

    /// <param name="stream">Where to write, in UTF-8.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the sink is disposed.</param>
    /// <param name="linkTo">The address to give for an attached file instead of its content; null to embed it if it is small enough.</param>
    public MessagesSink(Stream stream, bool leaveOpen = false, Func<string, string?>? linkTo = null)
    {
        _linkTo = linkTo;
        _stream = stream;
        _leaveOpen = leaveOpen;
        _writer = new(stream);
    }

    /// <summary>Creates the file, with its folder.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static MessagesSink ToFile(string path, Func<string, string?>? linkTo = null) => new(SinkFile.Create(path), linkTo: linkTo);

    public async ValueTask OnAsync(RunEvent e)
    {
        switch (e)
        {
            case RunEvent.RunStarted started:
                WriteStart(started);
                break;
            case RunEvent.RunHookStarted hook:
                _writer.Envelope("testRunHookStarted", json =>
                {
                    json.WriteString("testRunStartedId", Ids.Run);
                    json.WriteString("id", Ids.Execution(hook.Execution));
                    json.WriteString("hookId", Ids.Binding(hook.Hook.Number));
                    MessageWriter.Time(json, hook.At);
                });
                break;
            case RunEvent.RunHookFinished hook:
                foreach (var attachment in hook.Attachments)
                {
                    await WriteAttachmentAsync(attachment, json => json.WriteString("testRunHookStartedId", Ids.Execution(hook.Execution)));
                }

                _writer.Envelope("testRunHookFinished", json =>
                {
                    json.WriteString("testRunHookStartedId", Ids.Execution(hook.Execution));
                    MessageWriter.Result(json, "result", hook.Result);
                    MessageWriter.Time(json, hook.At);
                });
                break;
            case RunEvent.ScenarioStarted scenario:
                WriteScenarioStarted(scenario);
                break;
            case RunEvent.StepStarted step:
                _writer.Envelope("testStepStarted", json =>
                {
                    WriteStepIds(json, step.Scenario, step.Attempt, step.Step);
                    MessageWriter.Time(json, step.At);
                });
                break;
            case RunEvent.StepFinished step:
                await WriteStepFinishedAsync(step);
                break;
            case RunEvent.ScenarioFinished scenario:
                _writer.Envelope("testCaseFinished", json =>
                {
                    json.WriteString("testCaseStartedId", Ids.Attempt(scenario.Scenario, scenario.Attempt));
                    MessageWriter.Time(json, scenario.At);
                    json.WriteBoolean("willBeRetried", scenario.WillBeRetried);
                });
                await _stream.FlushAsync();
                break;
            case RunEvent.RunFinished finished:
                WriteFinish(finished);
                await _stream.FlushAsync();
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _stream.FlushAsync();
        if (!_leaveOpen)
        {
            await _stream.DisposeAsync();
        }
    }

    private void WriteStart(RunEvent.RunStarted started)
    {
        _writer.Envelope("meta", BindingMessages.Meta);
        var index = 0;
        foreach (var document in started.Features.Documents)
        {
            var ids = index++;
            _writer.Envelope("source", json =>
            {
                json.WriteString("uri", document.Uri);
                json.WriteString("data", document.Text);
                json.WriteString("mediaType", "text/x.cucumber.gherkin+plain");
            });
            _writer.Envelope("gherkinDocument", json => new DocumentMessages(json, document, ids).WriteDocument());
            foreach (var pickle in document.Pickles)
            {
                _writer.Envelope("pickle", json => new DocumentMessages(json, document, ids).WritePickle(pickle));
            }
        }

        foreach (var problem in started.Features.Problems)
        {
            _writer.Envelope("parseError", json =>
            {
                json.WriteStartObject("source");
                json.WriteString("uri", problem.File);
                MessageWriter.Location(json, problem.Line, problem.Column);
                json.WriteEndObject();
                json.WriteString("message", problem.Fact);
            });
        }

        BindingMessages.Write(_writer, started.Bindings);
        _writer.Envelope("testRunStarted", json =>
        {
            json.WriteString("id", Ids.Run);
            MessageWriter.Time(json, started.At);
        });
    }

    private void WriteFinish(RunEvent.RunFinished finished) => _writer.Envelope("testRunFinished", json =>
    {
        json.WriteString("testRunStartedId", Ids.Run);
        MessageWriter.Time(json, finished.At);
        json.WriteBoolean("success", finished.Outcome.IsSuccess);
        var faults = finished.Outcome.Problems.Where(problem => !problem.IsWarning).Take(20).ToList();
        if (faults.Count > 0)
        {
            json.WriteString("message", string.Join('\n', faults));
        }
    });

    private void WriteScenarioStarted(RunEvent.ScenarioStarted started)
    {
        var scenario = started.Scenario;
        if (started.Attempt == 0)
        {
            _writer.Envelope("testCase", json =>
            {
                json.WriteString("id", Ids.Case(scenario));
                json.WriteString("pickleId", scenario.Pickle.Id);
                json.WriteStartArray("testSteps");
                var pickleStep = 0;
                foreach (var step in scenario.Steps)
                {
                    json.WriteStartObject();
                    json.WriteString("id", Ids.Step(scenario, step));
                    if (step is PlannedStep.OfHook hook)
                    {
                        json.WriteString("hookId", Ids.Binding(hook.Hook.Number));
                    }
                    else if (step is PlannedStep.OfStep own)
                    {
                        BindingMessages.Matches(json, Ids.PickleStep(scenario.Pickle, pickleStep++), own.Matches);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteString("testRunStartedId", Ids.Run);
            });
        }

        _writer.Envelope("testCaseStarted", json =>
        {
            json.WriteString("id", Ids.Attempt(scenario, started.Attempt));
            json.WriteString("testCaseId", Ids.Case(scenario));
            MessageWriter.Time(json, started.At);
            json.WriteNumber("attempt", started.Attempt);
            json.WriteString("workerId", started.Worker.ToString(CultureInfo.InvariantCulture));
        });
    }

    private async ValueTask WriteStepFinishedAsync(RunEvent.StepFinished step)
    {
        foreach (var attachment in step.Attachments)
        {
            await WriteAttachmentAsync(attachment, json => WriteStepIds(json, step.Scenario, step.Attempt, step.Step));
        }

        if (step.Step is PlannedStep.OfStep { Matches.Count: 0 } undefined && step.Result.Status == StepStatus.Undefined)
        {
            var number = step.Scenario.Steps.TakeWhile(other => other != step.Step).Count(other => other is PlannedStep.OfStep);
            _writer.Envelope("suggestion", json =>
            {
                json.WriteString("id", "suggestion-" + Ids.Attempt(step.Scenario, step.Attempt) + "-" + number.ToString(CultureInfo.InvariantCulture));
                json.WriteString("pickleStepId", Ids.PickleStep(step.Scenario.Pickle, number));
                json.WriteStartArray("snippets");
                json.WriteStartObject();
                json.WriteString("language", "csharp");
                json.WriteString("code", StepSnippet.For(undefined.Step));
                json.WriteEndObject();
                json.WriteEndArray();
            });
        }

        _writer.Envelope("testStepFinished", json =>
        {
            WriteStepIds(json, step.Scenario, step.Attempt, step.Step);
            MessageWriter.Result(json, "testStepResult", step.Result);
            MessageWriter.Time(json, step.At);
        });
    }

    private async ValueTask WriteAttachmentAsync(Attachment attachment, Action<Utf8JsonWriter> owner)
    {
        var body = await AttachmentBody.ReadAsync(attachment, _linkTo);
        _writer.Envelope(body.Url is null ? "attachment" : "externalAttachment", json =>
        {
            owner(json);
            if (body.Url is { } url)
            {
                json.WriteString("url", url);
            }
            else if (body.Bytes is { } bytes)
            {
                json.WriteBase64String("body", bytes.Span);
                json.WriteString("contentEncoding", "BASE64");
            }
            else
            {
                json.WriteString("body", body.Text);
                json.WriteString("contentEncoding", "IDENTITY");
            }

            json.WriteString("mediaType", body.MediaType);
            if (body.Url is null && attachment.FileName is { } name)
            {
                json.WriteString("fileName", name);
            }

            MessageWriter.Time(json, attachment.At);
        });
    }

    private static void WriteStepIds(Utf8JsonWriter json, PlannedScenario scenario, int attempt, PlannedStep step)
    {
        json.WriteString("testCaseStartedId", Ids.Attempt(scenario, attempt));
        json.WriteString("testStepId", Ids.Step(scenario, step));
    }
}
