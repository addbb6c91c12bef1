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

    public ValueTask OnAsync(RunEvent e)
    {
        switch (e)
        {
            case RunEvent.StepStarted step:
                WriteStepStarted(step);
                break;
            case RunEvent.StepFinished { Attachments.Count: > 0 } step:
                return WriteWithAttachmentsAsync(step);
            case RunEvent.StepFinished step:
                WriteStepFinished(step);
                break;
            case RunEvent.ScenarioStarted scenario:
                WriteScenarioStarted(scenario);
                break;
            case RunEvent.ScenarioFinished scenario:
                WriteScenarioFinished(scenario);
                _writer.Flush();
                break;
            case RunEvent.RunStarted started:
                WriteStart(started);
                _writer.Flush();
                break;
            case RunEvent.RunHookStarted hook:
                WriteHookStarted(hook);
                break;
            case RunEvent.RunHookFinished hook:
                return WriteHookFinishedAsync(hook);
            case RunEvent.RunFinished finished:
                WriteFinish(finished);
                _writer.Flush();
                break;
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Flush();
        if (!_leaveOpen)
        {
            await _stream.DisposeAsync();
        }
    }

    private void WriteStart(RunEvent.RunStarted started)
    {
        _writer.Envelope("meta"u8, BindingMessages.Meta);
        var index = 0;
        foreach (var document in started.Features.Documents)
        {
            _writer.Envelope("source"u8, json =>
            {
                json.WriteString("uri"u8, document.Uri);
                json.WriteString("data"u8, document.Text);
                json.WriteString("mediaType"u8, "text/x.cucumber.gherkin+plain");
            });
            var messages = new DocumentMessages(_writer.Begin("gherkinDocument"u8), document, index++);
            messages.WriteDocument();
            _writer.End();
            foreach (var pickle in document.Pickles)
            {
                _writer.Begin("pickle"u8);
                messages.WritePickle(pickle);
                _writer.End();
            }
        }

        foreach (var problem in started.Features.Problems)
        {
            _writer.Envelope("parseError"u8, json =>
            {
                json.WriteStartObject("source"u8);
                json.WriteString("uri"u8, problem.File);
                MessageWriter.Location(json, problem.Line, problem.Column);
                json.WriteEndObject();
                json.WriteString("message"u8, problem.Fact);
            });
        }

        BindingMessages.Write(_writer, started.Bindings);
        _writer.Envelope("testRunStarted"u8, json =>
        {
            json.WriteString("id"u8, Ids.Run);
            MessageWriter.Time(json, started.At);
        });
    }

    private void WriteFinish(RunEvent.RunFinished finished) => _writer.Envelope("testRunFinished"u8, json =>
    {
        json.WriteString("testRunStartedId"u8, Ids.Run);
        MessageWriter.Time(json, finished.At);
        json.WriteBoolean("success"u8, finished.Outcome.IsSuccess);
        var faults = finished.Outcome.Problems.Where(problem => !problem.IsWarning).Take(20).ToList();
        if (faults.Count > 0)
        {
            json.WriteString("message"u8, string.Join('\n', faults));
        }
    });

    private void WriteScenarioStarted(RunEvent.ScenarioStarted started)
    {
        var scenario = started.Scenario;
        if (started.Attempt == 0)
        {
            WriteCase(scenario);
        }

        var json = _writer.Begin("testCaseStarted"u8);
        Ids.WriteAttempt(json, "id"u8, scenario, started.Attempt);
        Ids.WriteCase(json, "testCaseId"u8, scenario);
        MessageWriter.Time(json, started.At);
        json.WriteNumber("attempt"u8, started.Attempt);
        json.WriteString("workerId"u8, started.Worker.ToString(CultureInfo.InvariantCulture));
        _writer.End();
    }

    private void WriteCase(PlannedScenario scenario)
    {
        var json = _writer.Begin("testCase"u8);
        Ids.WriteCase(json, "id"u8, scenario);
        json.WriteString("pickleId"u8, scenario.Pickle.Id);
        json.WriteStartArray("testSteps"u8);
        var pickleStep = 0;
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            var step = scenario.Steps[i];
            json.WriteStartObject();
            Ids.WriteStep(json, "id"u8, scenario, step);
            if (step is PlannedStep.OfHook hook)
            {
                json.WriteString("hookId"u8, Ids.Binding(hook.Hook.Number));
            }
            else if (step is PlannedStep.OfStep own)
            {
                Ids.WritePickleStep(json, "pickleStepId"u8, scenario.Pickle, pickleStep++);
                BindingMessages.Matches(json, own.Matches);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("testRunStartedId"u8, Ids.Run);
        _writer.End();
    }

    private void WriteScenarioFinished(RunEvent.ScenarioFinished scenario)
    {
        var json = _writer.Begin("testCaseFinished"u8);
        Ids.WriteAttempt(json, "testCaseStartedId"u8, scenario.Scenario, scenario.Attempt);
        MessageWriter.Time(json, scenario.At);
        json.WriteBoolean("willBeRetried"u8, scenario.WillBeRetried);
        _writer.End();
    }

    private void WriteStepStarted(RunEvent.StepStarted step)
    {
        var json = _writer.Begin("testStepStarted"u8);
        WriteStepIds(json, step.Scenario, step.Attempt, step.Step);
        MessageWriter.Time(json, step.At);
        _writer.End();
    }

    private async ValueTask WriteWithAttachmentsAsync(RunEvent.StepFinished step)
    {
        foreach (var attachment in step.Attachments)
        {
            await WriteAttachmentAsync(attachment, json => WriteStepIds(json, step.Scenario, step.Attempt, step.Step));
        }

        WriteStepFinished(step);
    }

    private void WriteStepFinished(RunEvent.StepFinished step)
    {
        if (step.Step is PlannedStep.OfStep { Matches.Count: 0 } undefined && step.Result.Status == StepStatus.Undefined)
        {
            WriteSuggestion(step, undefined);
        }

        var json = _writer.Begin("testStepFinished"u8);
        WriteStepIds(json, step.Scenario, step.Attempt, step.Step);
        MessageWriter.Result(json, "testStepResult"u8, step.Result);
        MessageWriter.Time(json, step.At);
        _writer.End();
    }

    private void WriteSuggestion(RunEvent.StepFinished step, PlannedStep.OfStep undefined)
    {
        var number = step.Scenario.Steps.TakeWhile(other => other != step.Step).Count(other => other is PlannedStep.OfStep);
        var json = _writer.Begin("suggestion"u8);
        json.WriteString("id"u8, string.Create(CultureInfo.InvariantCulture, $"suggestion-{step.Scenario.Number}-{step.Scenario.Pass}-{step.Attempt}-{number}"));
        Ids.WritePickleStep(json, "pickleStepId"u8, step.Scenario.Pickle, number);
        json.WriteStartArray("snippets"u8);
        json.WriteStartObject();
        json.WriteString("language"u8, "csharp");
        json.WriteString("code"u8, StepSnippet.For(undefined.Step));
        json.WriteEndObject();
        json.WriteEndArray();
        _writer.End();
    }

    private void WriteHookStarted(RunEvent.RunHookStarted hook) => _writer.Envelope("testRunHookStarted"u8, json =>
    {
        json.WriteString("testRunStartedId"u8, Ids.Run);
        json.WriteString("id"u8, Ids.Execution(hook.Execution));
        json.WriteString("hookId"u8, Ids.Binding(hook.Hook.Number));
        MessageWriter.Time(json, hook.At);
    });

    private async ValueTask WriteHookFinishedAsync(RunEvent.RunHookFinished hook)
    {
        foreach (var attachment in hook.Attachments)
        {
            await WriteAttachmentAsync(attachment, json => json.WriteString("testRunHookStartedId"u8, Ids.Execution(hook.Execution)));
        }

        _writer.Envelope("testRunHookFinished"u8, json =>
        {
            json.WriteString("testRunHookStartedId"u8, Ids.Execution(hook.Execution));
            MessageWriter.Result(json, "result"u8, hook.Result);
            MessageWriter.Time(json, hook.At);
        });
    }

    private async ValueTask WriteAttachmentAsync(Attachment attachment, Action<Utf8JsonWriter> owner)
    {
        var body = await AttachmentBody.ReadAsync(attachment, _linkTo);
        _writer.Envelope(body.Url is null ? "attachment"u8 : "externalAttachment"u8, json =>
        {
            owner(json);
            if (body.Url is { } url)
            {
                json.WriteString("url"u8, url);
            }
            else if (body.Bytes is { } bytes)
            {
                json.WriteBase64String("body"u8, bytes.Span);
                json.WriteString("contentEncoding"u8, "BASE64");
            }
            else
            {
                json.WriteString("body"u8, body.Text);
                json.WriteString("contentEncoding"u8, "IDENTITY");
            }

            json.WriteString("mediaType"u8, body.MediaType);
            if (body.Url is null && attachment.FileName is { } name)
            {
                json.WriteString("fileName"u8, name);
            }

            MessageWriter.Time(json, attachment.At);
        });
    }

    private static void WriteStepIds(Utf8JsonWriter json, PlannedScenario scenario, int attempt, PlannedStep step)
    {
        Ids.WriteAttempt(json, "testCaseStartedId"u8, scenario, attempt);
        Ids.WriteStep(json, "testStepId"u8, scenario, step);
    }
}
