using System.Globalization;
using Conformance.Gherkin;
using Xunit;
using Xunit.Sdk;

namespace Conformance.XunitHost;

/// <summary>Tells xunit what became of a scenario: its steps as output, attachments, warnings, and failure or skip.</summary>
internal static class ScenarioReport
{
    /// <exception cref="ScenarioFailedException">It did not pass.</exception>
    public static void Write(HostedScenario scenario, ITestContext context)
    {
        foreach (var step in scenario.Steps)
        {
            Write(step, context);
        }

        if (scenario.Finished is not { } finished)
        {
            throw new ScenarioFailedException($"{scenario.NotRun}\n{string.Join('\n', scenario.Problems.Where(problem => !problem.IsWarning))}", null);
        }

        if (finished.IsFlaky)
        {
            context.AddWarning(string.Create(CultureInfo.InvariantCulture, $"Flaky: it passed at attempt {finished.Attempt + 1}."));
        }

        var last = scenario.Steps.Where(step => step.Attempt == finished.Attempt).ToList();
        switch (finished.Status)
        {
            case StepStatus.Passed:
                break;
            case StepStatus.Skipped:
                throw SkipException.ForSkip(last.FirstOrDefault(step => step.Result.Status == StepStatus.Skipped)?.Result.Message ?? "A step said that the scenario has no meaning here.");
            case StepStatus.Pending when finished.Wait is { } wait:
                throw SkipException.ForSkip("待機: " + wait.Reason);
            case StepStatus.Unknown when last.Count == 0:
                throw new ScenarioFailedException("The scenario has no steps, so it shows nothing.", null);
            default:
                throw Failure(finished, last);
        }
    }

    private static ScenarioFailedException Failure(RunEvent.ScenarioFinished finished, List<RunEvent.StepFinished> steps)
    {
        var pickle = finished.Scenario.Pickle;
        if (steps.FirstOrDefault(step => step.Result.Status is not (StepStatus.Passed or StepStatus.Skipped)) is not { } bad)
        {
            return new($"{pickle.Uri}({pickle.Position.Line},{pickle.Position.Column}): {finished.Message}", finished.Exception);
        }

        // What is undefined or ambiguous names its place itself.
        return bad.Step is PlannedStep.OfStep own && bad.Result.Status is not (StepStatus.Undefined or StepStatus.Ambiguous)
            ? new($"{pickle.Uri}({own.Step.Position.Line},{own.Step.Position.Column}): {own.Step.Keyword.Trim()} {own.Step.Text}\n{bad.Result.Message}", bad.Result.Exception)
            : new(bad.Result.Message ?? bad.Result.Status.ToString(), bad.Result.Exception);
    }

    private static void Write(RunEvent.StepFinished step, ITestContext context)
    {
        if (step.Step is PlannedStep.OfStep own)
        {
            context.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{step.Result.Status,-9} {own.Step.Keyword.Trim()} {own.Step.Text} ({step.Result.Duration.TotalMilliseconds:0} ms)"));
        }

        var number = 0;
        foreach (var attachment in step.Attachments)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{step.Attempt + 1}-{step.Step.Number + 1}-{++number} {attachment.FileName}").TrimEnd();
            switch (attachment)
            {
                case Attachment.OfText { MediaType: "text/x.cucumber.log+plain" } line:
                    context.TestOutputHelper?.WriteLine("          " + line.Text);
                    break;
                case Attachment.OfText text:
                    context.AddAttachment(name, text.Text);
                    break;
                case Attachment.OfBytes bytes:
                    context.AddAttachment(name, bytes.Content.ToArray(), bytes.MediaType);
                    break;
                case Attachment.OfFile file when File.Exists(file.Path):
                    context.AddAttachment(name, File.ReadAllBytes(file.Path), file.MediaType);
                    break;
            }
        }
    }
}
