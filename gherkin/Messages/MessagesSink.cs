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
        _writer.Dispose();
        if (!_leaveOpen)
        {
            await _stream.DisposeAsync();
        }
    }

    private void WriteStart(RunEvent.RunStarted started)
    {
        _writer.Envelope(Names.Meta, BindingMessages.Meta);
        var index = 0;
        foreach (var document in started.Features.Documents)
        {
            _writer.Envelope(Names.Source, json =>
            {
                json.WriteString(Names.Uri, document.Uri);
                json.WriteString(Names.Data, document.Text);
                json.WriteString(Names.MediaType, "text/x.cucumber.gherkin+plain");
            });
            var messages = new DocumentMessages(_writer.Begin(Names.GherkinDocument), document, index++);
            messages.WriteDocument();
            _writer.End();
            foreach (var pickle in document.Pickles)
            {
                _writer.Begin(Names.Pickle);
                messages.WritePickle(pickle);
                _writer.End();
            }
        }

        foreach (var problem in started.Features.Problems)
        {
            _writer.Envelope(Names.ParseError, json =>
            {
                json.WriteStartObject(Names.Source);
                json.WriteString(Names.Uri, problem.File);
                MessageWriter.Location(json, problem.Line, problem.Column);
                json.WriteEndObject();
                json.WriteString(Names.Message, problem.Fact);
            });
        }

        BindingMessages.Write(_writer, started.Bindings);
        _writer.Envelope(Names.TestRunStarted, json =>
        {
            json.WriteString(Names.Id, Ids.Run);
            MessageWriter.Time(json, started.At);
        });
    }

    private void WriteFinish(RunEvent.RunFinished finished) => _writer.Envelope(Names.TestRunFinished, json =>
    {
        json.WriteString(Names.TestRunStartedId, Ids.Run);
        MessageWriter.Time(json, finished.At);
        json.WriteBoolean(Names.Success, finished.Outcome.IsSuccess);
        var faults = finished.Outcome.Problems.Where(problem => !problem.IsWarning).Take(20).ToList();
        if (faults.Count > 0)
        {
            json.WriteString(Names.Message, string.Join('\n', faults));
        }
    });

    private void WriteScenarioStarted(RunEvent.ScenarioStarted started)
    {
        var scenario = started.Scenario;
        if (started.Attempt == 0)
        {
            WriteCase(scenario);
        }

        var json = _writer.Begin(Names.TestCaseStarted);
        Ids.WriteAttempt(json, Names.Id, scenario, started.Attempt);
        Ids.WriteCase(json, Names.TestCaseId, scenario);
        MessageWriter.Time(json, started.At);
        json.WriteNumber(Names.Attempt, started.Attempt);
        json.WriteString(Names.WorkerId, started.Worker.ToString(CultureInfo.InvariantCulture));
        _writer.End();
    }

    private void WriteCase(PlannedScenario scenario)
    {
        var json = _writer.Begin(Names.TestCase);
        Ids.WriteCase(json, Names.Id, scenario);
        json.WriteString(Names.PickleId, scenario.Pickle.Id);
        json.WriteStartArray(Names.TestSteps);
        var pickleStep = 0;
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            var step = scenario.Steps[i];
            json.WriteStartObject();
            Ids.WriteStep(json, Names.Id, scenario, step);
            if (step is PlannedStep.OfHook hook)
            {
                json.WriteString(Names.HookId, Ids.Binding(hook.Hook.Number));
            }
            else if (step is PlannedStep.OfStep own)
            {
                Ids.WritePickleStep(json, Names.PickleStepId, scenario.Pickle, pickleStep++);
                BindingMessages.Matches(json, own.Matches);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString(Names.TestRunStartedId, Ids.Run);
        _writer.End();
    }

    private void WriteScenarioFinished(RunEvent.ScenarioFinished scenario)
    {
        var json = _writer.Begin(Names.TestCaseFinished);
        Ids.WriteAttempt(json, Names.TestCaseStartedId, scenario.Scenario, scenario.Attempt);
        MessageWriter.Time(json, scenario.At);
        json.WriteBoolean(Names.WillBeRetried, scenario.WillBeRetried);
        _writer.End();
    }

    private void WriteStepStarted(RunEvent.StepStarted step)
    {
        var json = _writer.Begin(Names.TestStepStarted);
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

        var json = _writer.Begin(Names.TestStepFinished);
        WriteStepIds(json, step.Scenario, step.Attempt, step.Step);
        MessageWriter.Result(json, Names.TestStepResult, step.Result);
        MessageWriter.Time(json, step.At);
        _writer.End();
    }

    private void WriteSuggestion(RunEvent.StepFinished step, PlannedStep.OfStep undefined)
    {
        var number = step.Scenario.Steps.TakeWhile(other => other != step.Step).Count(other => other is PlannedStep.OfStep);
        var json = _writer.Begin(Names.Suggestion);
        json.WriteString(Names.Id, string.Create(CultureInfo.InvariantCulture, $"suggestion-{step.Scenario.Number}-{step.Scenario.Pass}-{step.Attempt}-{number}"));
        Ids.WritePickleStep(json, Names.PickleStepId, step.Scenario.Pickle, number);
        json.WriteStartArray(Names.Snippets);
        json.WriteStartObject();
        json.WriteString(Names.Language, "csharp");
        json.WriteString(Names.Code, StepSnippet.For(undefined.Step));
        json.WriteEndObject();
        json.WriteEndArray();
        _writer.End();
    }

    private void WriteHookStarted(RunEvent.RunHookStarted hook) => _writer.Envelope(Names.TestRunHookStarted, json =>
    {
        json.WriteString(Names.TestRunStartedId, Ids.Run);
        json.WriteString(Names.Id, Ids.Execution(hook.Execution));
        json.WriteString(Names.HookId, Ids.Binding(hook.Hook.Number));
        MessageWriter.Time(json, hook.At);
    });

    private async ValueTask WriteHookFinishedAsync(RunEvent.RunHookFinished hook)
    {
        foreach (var attachment in hook.Attachments)
        {
            await WriteAttachmentAsync(attachment, json => json.WriteString(Names.TestRunHookStartedId, Ids.Execution(hook.Execution)));
        }

        _writer.Envelope(Names.TestRunHookFinished, json =>
        {
            json.WriteString(Names.TestRunHookStartedId, Ids.Execution(hook.Execution));
            MessageWriter.Result(json, Names.Result, hook.Result);
            MessageWriter.Time(json, hook.At);
        });
    }

    private async ValueTask WriteAttachmentAsync(Attachment attachment, Action<Utf8JsonWriter> owner)
    {
        var body = await AttachmentBody.ReadAsync(attachment, _linkTo);
        _writer.Envelope(body.Url is null ? Names.Attachment : Names.ExternalAttachment, json =>
        {
            owner(json);
            if (body.Url is { } url)
            {
                json.WriteString(Names.Url, url);
            }
            else if (body.Bytes is { } bytes)
            {
                json.WriteBase64String(Names.Body, bytes.Span);
                json.WriteString(Names.ContentEncoding, "BASE64");
            }
            else
            {
                json.WriteString(Names.Body, body.Text);
                json.WriteString(Names.ContentEncoding, "IDENTITY");
            }

            json.WriteString(Names.MediaType, body.MediaType);
            if (body.Url is null && attachment.FileName is { } name)
            {
                json.WriteString(Names.FileName, name);
            }

            MessageWriter.Time(json, attachment.At);
        });
    }

    private static void WriteStepIds(Utf8JsonWriter json, PlannedScenario scenario, int attempt, PlannedStep step)
    {
        Ids.WriteAttempt(json, Names.TestCaseStartedId, scenario, attempt);
        Ids.WriteStep(json, Names.TestStepId, scenario, step);
    }
}
