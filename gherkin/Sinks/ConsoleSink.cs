using System.Globalization;

namespace Conformance.Gherkin;

/// <summary>
/// Tells a run to somebody who watches a console or reads a log: what did not pass, with place and message, as it happens; a line per tenth of the
/// run; missing step definitions, each once; and the numbers at the end.
/// </summary>
/// <param name="output">Where to write. It is not disposed.</param>
/// <param name="words">In which language.</param>
public sealed class ConsoleSink(TextWriter output, ConsoleWords words) : IRunSink
{
    private const int SnippetLimit = 20;

    private readonly Dictionary<string, string> _snippets = new(StringComparer.Ordinal);
    private int _total;
    private int _done;
    private int _tenth;

    public async ValueTask OnAsync(RunEvent e)
    {
        switch (e)
        {
            case RunEvent.RunStarted started:
                _total = started.Scenarios;
                foreach (var problem in started.Features.Problems.Concat(started.Bindings.Problems))
                {
                    await output.WriteLineAsync(problem.ToString());
                }

                break;
            case RunEvent.StepFinished step when step.Result is { Status: not (StepStatus.Passed or StepStatus.Skipped), Message: { } message }:
                await TellAsync(step, message);
                break;
            case RunEvent.ScenarioFinished { Message: { } message } scenario:
                await output.WriteLineAsync($"{words.Of(scenario.Status)}  {scenario.Scenario.Pickle.Id} {scenario.Scenario.Pickle.Name}: {message}");
                await CountAsync(scenario.WillBeRetried);
                break;
            case RunEvent.ScenarioFinished scenario:
                if (scenario.IsFlaky)
                {
                    await output.WriteLineAsync($"{words.Flaky}  {scenario.Scenario.Pickle.Id} {scenario.Scenario.Pickle.Name}");
                }

                await CountAsync(scenario.WillBeRetried);
                break;
            case RunEvent.ScenarioNotRun:
                await CountAsync(willBeRetried: false);
                break;
            case RunEvent.RunFinished finished:
                await EndAsync(finished.Outcome);
                break;
        }
    }

    private async Task TellAsync(RunEvent.StepFinished step, string message)
    {
        if (step.Result.Status == StepStatus.Undefined && step.Step is PlannedStep.OfStep undefined)
        {
            if (_snippets.Count < SnippetLimit)
            {
                _snippets.TryAdd(StepSnippet.For(undefined.Step), "");
            }

            message = words.NoDefinition;
        }

        var pickle = step.Scenario.Pickle;
        var (place, text) = step.Step switch
        {
            PlannedStep.OfStep own => ($"{pickle.Uri}({own.Step.Position.Line},{own.Step.Position.Column})", $"{own.Step.Keyword.Trim()} {own.Step.Text}"),
            PlannedStep.OfHook hook => ($"{hook.Hook.Method.Place.File}({hook.Hook.Method.Place.Line},0)", $"[{hook.Hook.Kind}] {hook.Hook.Method.Name}"),
            _ => (pickle.Uri, ""),
        };
        await output.WriteLineAsync($"{(step.Result.Exception is WaitingStepException ? words.Waiting : words.Of(step.Result.Status))}  {place}: {pickle.Name}: {text}");
        await output.WriteLineAsync("    " + message.ReplaceLineEndings("\n    "));
    }

    private async Task CountAsync(bool willBeRetried)
    {
        if (willBeRetried)
        {
            return;
        }

        _done++;
        var tenth = _done * 10L / Math.Max(1, _total);
        if (tenth != _tenth)
        {
            _tenth = (int)tenth;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{_done}/{_total}"));
        }
    }

    private async Task EndAsync(RunOutcome outcome)
    {
        if (_snippets.Count > 0)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync(words.Snippets);
            foreach (var snippet in _snippets.Keys)
            {
                await output.WriteLineAsync(snippet);
                await output.WriteLineAsync();
            }
        }

        foreach (var problem in outcome.Problems.Where(problem => !problem.IsWarning))
        {
            await output.WriteLineAsync(problem.ToString());
        }

        await output.WriteLineAsync(words.Summary(outcome));
        await output.FlushAsync();
    }
}
