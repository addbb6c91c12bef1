using System.Collections.Concurrent;
using Conformance.Cli.Recording;
using Conformance.Drivers;
using Conformance.Gherkin;
using Conformance.Steps.Running;
using Conformance.Verdicts;
using FluentAssertions.Execution;
using StepResult = Conformance.Gherkin.StepResult;

namespace Conformance.Cli.Runs;

/// <summary>Turns the events of a run into scenario records, and hands each to whoever judges it.</summary>
internal sealed class ScenarioSink(EvidenceFolder evidence, Action<ScenarioKey> begun, Action<ScenarioRecord, RunEvent.ScenarioFinished?> finished) : IRunSink
{
    private readonly ConcurrentDictionary<int, (DateTimeOffset Started, List<StepRecord> Steps)> running = new();

    public ValueTask OnAsync(RunEvent e)
    {
        switch (e)
        {
            case RunEvent.ScenarioStarted started:
                running[started.Scenario.Number] = (started.At, []);
                begun(ScenarioKey.Of(started.Scenario.Pickle, started.Scenario.Pass));
                break;
            case RunEvent.StepFinished { Step: PlannedStep.OfStep step } done:
                running[done.Scenario.Number].Steps.Add(Record(step.Step, done.Result, done.Attachments));
                break;
            case RunEvent.StepFinished { Step: PlannedStep.OfHook, Attachments: { Count: > 0 } kept } hook when running.TryGetValue(hook.Scenario.Number, out var soFar) && soFar.Steps is [.., var last]:
                // What is kept once all steps are over is shown with the last of them that ran.
                var ran = soFar.Steps.FindLastIndex(one => one.Status != "SKIPPED") is >= 0 and var found ? found : soFar.Steps.IndexOf(last);
                soFar.Steps[ran] = soFar.Steps[ran] with { Evidence = [.. soFar.Steps[ran].Evidence, .. References(kept).References] };
                break;
            case RunEvent.ScenarioFinished ended when running.TryRemove(ended.Scenario.Number, out var scenario):
                var steps = ended.IsUnfinished
                    ? [.. scenario.Steps.Select(step => step.Status == "UNKNOWN" ? step with { Status = "SKIPPED" } : step)]
                    : scenario.Steps;
                finished(Record(ended.Scenario.Pickle, ended.Scenario.Pass, steps, scenario.Started, ended.Duration), ended);
                break;
            case RunEvent.ScenarioNotRun notRun:
                finished(Record(notRun.Pickle, notRun.Pass,
                    [.. notRun.Pickle.Steps.Select(step => Skipped(step))], notRun.At, TimeSpan.Zero), null);
                break;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A scenario that was not tried, because nothing could be seen anyway.</summary>
    public static ScenarioRecord Untried(Pickle pickle, string pass, TroubleRecord trouble, DateTimeOffset at) =>
        Record(pickle, pass, [.. pickle.Steps.Select((step, i) => i == 0
            ? Skipped(step) with { Status = "FAILED", Message = trouble.Reason, Trouble = trouble }
            : Skipped(step))], at, TimeSpan.Zero);

    private static ScenarioRecord Record(Pickle pickle, string pass, IReadOnlyList<StepRecord> steps, DateTimeOffset started, TimeSpan duration)
    {
        var id = ScenarioKey.Of(pickle, pass).Id;
        var name = pickle.Name.StartsWith($"[{id}]", StringComparison.Ordinal) ? pickle.Name[(id.Length + 2)..].Trim() : pickle.Name;
        return new ScenarioRecord(id, name, pickle.Uri, pickle.Position.Line, [.. pickle.Tags.Select(tag => tag.Name).Distinct()], pass, steps, started, duration)
        {
            Sources = Sources(pickle.Description),
        };
    }

    // 根拠「0310001」: document and section. A unit that cites several has them all.
    private static Dictionary<string, string> Sources(string description) => description.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim()).Where(line => line.StartsWith("根拠「", StringComparison.Ordinal) && line.Contains("」: ", StringComparison.Ordinal))
        .Select(line => (Unit: line["根拠「".Length..line.IndexOf('」', StringComparison.Ordinal)], Source: line[(line.IndexOf("」: ", StringComparison.Ordinal) + 3)..]))
        .GroupBy(entry => entry.Unit).ToDictionary(group => group.Key, group => string.Join("; ", group.Select(entry => entry.Source)), StringComparer.Ordinal);

    private static StepRecord Skipped(PickleStep step) =>
        new(step.Keyword.Trim(), step.Text, step.Table?.Rows ?? [], "SKIPPED", null, TimeSpan.Zero, [], [], null);

    private (List<EvidenceRef> References, List<AssertionRecord> Assertions, List<SeenOutput> Outputs) References(IReadOnlyList<Attachment> attachments)
    {
        var references = new List<EvidenceRef>();
        var assertions = new List<AssertionRecord>();
        var outputs = new List<SeenOutput>();
        foreach (var file in attachments.OfType<Attachment.OfFile>())
        {
            var name = Path.GetFileName(file.Path);
            if (evidence.ComparisonOf(file.Path) is { } comparison)
            {
                assertions.Add(new AssertionRecord(comparison.Expected, comparison.Observed, comparison.Held));
            }
            else if (evidence.OutputOf(file.Path) is { } output)
            {
                outputs.Add(new SeenOutput(output.Exchange, output.Outcome, output.Items));
            }
            else if (evidence.TitleOf(file.Path) is { } title)
            {
                references.Add(new EvidenceRef(title, "application/vnd.conformance.exchange+json", name));
            }
            else
            {
                references.Add(new EvidenceRef(file.MediaType switch { "image/png" or "image/jpeg" => "画面", "application/pdf" => "帳票", "text/plain" => "帳票の文字", "application/zip" => "画面操作の記録（Playwright trace）", _ => "出力" }, file.MediaType, name));
            }
        }

        return (references, assertions, outputs);
    }

    private StepRecord Record(PickleStep step, StepResult result, IReadOnlyList<Attachment> attachments)
    {
        var (references, assertions, outputs) = References(attachments);
        return new StepRecord(step.Keyword.Trim(), step.Text, step.Table?.Rows ?? [], result.Exception is WaitingStepException ? "WAITING" : result.Status.ToString().ToUpperInvariant(),
            result.Message ?? result.Exception?.Message, result.Duration, references, assertions, Trouble(result)) { Outputs = outputs.Count > 0 ? outputs : null };
    }

    private static TroubleRecord? Trouble(StepResult result)
    {
        if (result.Exception is null or AssertionFailedException)
        {
            return null;
        }

        var (cause, rule, reason) = Told(result.Exception, result.Message);
        return new TroubleRecord(cause, reason, NotOffered: result.Exception is NotOfferedException) { Rule = rule };
    }

    private static (CauseKind Cause, string Rule, string Reason) Told(Exception exception, string? message) => exception switch
    {
        WaitingStepException e => (CauseKind.Environment, DecidingRules.BatchDidNotRun, "待機: " + e.Message),
        NotOfferedException e => (CauseKind.Profile, DecidingRules.NotMapped, e.Message),
        ProfileMismatchException e => (CauseKind.Profile, DecidingRules.ProfileDoesNotFit, e.Message),
        TargetUnreachableException e => (e.Untrusted || e.TokenRefusal is not null ? CauseKind.Configuration : CauseKind.Environment, UnreachableRule.Of(e), e.Message),
        CredentialException e => (CauseKind.Configuration, DecidingRules.CredentialRefused, e.Message),
        ObservedNeighbourException e => (CauseKind.Environment, DecidingRules.NeighbourOfTarget, e.Message),
        NightBatchException e => (CauseKind.Environment, DecidingRules.BatchDidNotRun, e.Message),
        SharedCountException e => (CauseKind.Environment, DecidingRules.CountedAmongOthers, e.Message),
        BatchCommandException e => (CauseKind.Environment, DecidingRules.BatchDidNotRun, e.Message),
        PreparationException { NumberOfTwo: true } e => (CauseKind.Product, DecidingRules.NumberOfTwo, e.Message),
        PreparationException e => (CauseKind.Product, DecidingRules.NotDoneBeforehand, e.Message),
        DocumentToolException e => (CauseKind.Configuration, DecidingRules.ToolMissing, e.Message),
        NeighbourException e => (CauseKind.Mock, DecidingRules.MockMissing, e.Message),
        OperationCanceledException or TimeoutException => (CauseKind.Environment, DecidingRules.StepTooLong, message ?? "The step was not finished in time."),

        // The browser went away, as it does when the whole terminal is interrupted.
        Microsoft.Playwright.PlaywrightException e => (CauseKind.Environment, DecidingRules.BrowserGone, "The browser gave up: " + e.Message.Split('\n')[0]),
        { } e => (CauseKind.Harness, DecidingRules.Unexpected, $"{e.GetType().Name}: {e.Message}"),
    };
}
