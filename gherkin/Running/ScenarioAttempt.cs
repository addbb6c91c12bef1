using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Conformance.Gherkin;

/// <summary>One attempt at a scenario: its hooks, its steps, its objects.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The container is disposed at the end of the attempt, which is part of its result.")]
internal sealed class ScenarioAttempt
{
    private readonly RunSetting _setting;
    private readonly PlannedScenario _scenario;
    private readonly int _attempt;
    private readonly ObjectContainer _container;
    private readonly ScenarioContext _context;
    private readonly StepOutput _output;
    private readonly CancellationToken _asked;
    private readonly CancellationToken _abandoned;
    private readonly CancellationToken _timedOut;
    private StepStatus _worst = StepStatus.Unknown;
    private Exception? _firstException;
    private bool _skipRest;
    private bool _wasSkipped;
    private bool _isCutShort;
    private readonly ScenarioWait? _continued;
    private ScenarioWait? _wait;
    private int _stepsDone;

    private ScenarioAttempt(
        RunSetting setting, PlannedScenario scenario, int attempt, FeatureRun feature,
        CancellationToken asked, CancellationToken abandoned, CancellationToken timedOut)
    {
        (_setting, _scenario, _attempt) = (setting, scenario, attempt);
        (_asked, _abandoned, _timedOut) = (asked, abandoned, timedOut);
        _container = new(feature.Container);
        _output = new(setting.Time);
        _continued = attempt == 0 ? setting.Options.Continue?.Invoke(scenario.Pickle, scenario.Pass) : null;
        var number = attempt + (setting.Options.FirstAttempt?.Invoke(scenario.Pickle, scenario.Pass) ?? 0);
        var info = new ScenarioInfo(scenario.Pickle, scenario.Pass, number) { IsContinued = _continued is not null, ContinuedAfter = _continued?.StepsDone ?? 0 };
        _context = new(info, _container, asked) { [ScenarioContext.PassKey] = scenario.Pass };
        if (_continued is not null)
        {
            KeptState.Give(_container, _context, _continued.State);
        }

        _container.RegisterInstanceAs(_context);
        _container.RegisterInstanceAs(info);
        _container.RegisterInstanceAs<IReqnrollOutputHelper>(_output);
        _container.RegisterInstanceAs<IAttachments>(_output);
    }

    /// <summary>Runs a scenario, and again as often as its run allows and it failed; all attempts are reported.</summary>
    /// <param name="mayRetry">Whether another attempt may still be made.</param>
    /// <returns>The last attempt.</returns>
    public static async Task<RunEvent.ScenarioFinished> RunAllAsync(RunSetting setting, PlannedScenario scenario, int worker, FeatureRun feature, Func<bool> mayRetry)
    {
        for (var attempt = 0; ; attempt++)
        {
            var finished = await RunAsync(setting, scenario, attempt, worker, feature, attempt < setting.Options.Retries && mayRetry());
            if (!finished.WillBeRetried)
            {
                return finished;
            }
        }
    }

    /// <summary>Runs the attempt and reports it; whether it may be retried is for the caller to say.</summary>
    public static async Task<RunEvent.ScenarioFinished> RunAsync(
        RunSetting setting, PlannedScenario scenario, int attempt, int worker, FeatureRun feature, bool mayRetry)
    {
        var limit = setting.Options.ScenarioTimeout;
        using var timedOut = limit is { } time ? new CancellationTokenSource(time, setting.Time) : null;
        using var asked = timedOut is null ? null : CancellationTokenSource.CreateLinkedTokenSource(setting.Abandonment.Cancelled, timedOut.Token);
        using var abandoned = timedOut is null ? null : CancellationTokenSource.CreateLinkedTokenSource(setting.Abandonment.Steps, timedOut.Token);
        var run = new ScenarioAttempt(
            setting, scenario, attempt, feature,
            asked?.Token ?? setting.Abandonment.Cancelled,
            abandoned?.Token ?? setting.Abandonment.Steps,
            timedOut?.Token ?? CancellationToken.None);
        return await run.RunAsync(worker, feature, mayRetry);
    }

    private async Task<RunEvent.ScenarioFinished> RunAsync(int worker, FeatureRun feature, bool mayRetry)
    {
        var started = _setting.Time.GetTimestamp();
        await _setting.WriteAsync(new RunEvent.ScenarioStarted(_setting.Now, _scenario, _attempt, worker));
        var message = _setting.Options.DryRun ? null : await feature.StartAsync();
        if (message is not null)
        {
            _skipRest = true;
            _worst = StepStatus.Failed;
        }

        var after = false;
        foreach (var step in _scenario.Steps)
        {
            if (step is PlannedStep.OfHook { Hook.Kind: HookKind.AfterScenario } && !after)
            {
                after = true;
                await EndBlockAsync();
            }

            await RunStepAsync(step);
        }

        if (!after)
        {
            await EndBlockAsync();
        }

        message ??= await DisposeAsync();

        // A step that was cut short keeps the scenario from counting as passed or skipped.
        if (_isCutShort && _worst <= StepStatus.Skipped)
        {
            _worst = StepStatus.Unknown;
        }

        var finished = new RunEvent.ScenarioFinished(_setting.Now, _scenario, _attempt)
        {
            Status = _worst,
            Duration = _setting.Time.GetElapsedTime(started),
            Exception = _firstException,
            Message = message,
            IsUnfinished = _isCutShort,
            Wait = _wait,
            IsFlaky = _attempt > 0 && _worst == StepStatus.Passed,
            WillBeRetried = mayRetry && _worst == StepStatus.Failed && !_setting.Abandonment.Cancelled.IsCancellationRequested,
        };
        await _setting.WriteAsync(finished);
        return finished;
    }

    private async Task RunStepAsync(PlannedStep step)
    {
        await _setting.WriteAsync(new RunEvent.StepStarted(_setting.Now, _scenario, _attempt, step));
        StepResult result;
        if (step is PlannedStep.OfStep own)
        {
            result = NotCalled(own) ?? Called(await CallStepAsync(own));
        }
        else
        {
            var hook = ((PlannedStep.OfHook)step).Hook;
            var isAfter = hook.Kind == HookKind.AfterScenario;
            result = _setting.Options.DryRun || (_skipRest && !isAfter) ? new(StepStatus.Skipped, TimeSpan.Zero) : await CallHookAsync(hook, isAfter);
        }

        Count(result, step);
        await _setting.WriteAsync(new RunEvent.StepFinished(_setting.Now, _scenario, _attempt, step, result, _output.Take()));
    }

    private void Count(StepResult result, PlannedStep step)
    {
        _isCutShort |= result.Status == StepStatus.Unknown;
        _worst = (StepStatus)Math.Max((int)_worst, (int)result.Status);
        if (result.Status is StepStatus.Passed)
        {
            return;
        }

        if (step is not PlannedStep.OfHook { Hook.Kind: HookKind.AfterScenario })
        {
            _wasSkipped |= result.Status == StepStatus.Skipped && !_skipRest && !_setting.Options.DryRun;
            _skipRest = true;
        }

        if (result.Exception is { } exception)
        {
            _firstException ??= exception;
            _context.TestError ??= exception;
            if (exception is BindingException binding)
            {
                _setting.Problems.Add(binding.Problem);
            }
        }

        _context.ScenarioExecutionStatus = StatusOf(_worst);
    }

    private async Task<StepResult> CallHookAsync(Hook hook, bool isCleanup)
    {
        var asked = isCleanup ? _setting.Abandonment.Cleanup : _asked;
        var result = await _setting.Invocation.RunAsync(
            () => StepCall.InvokeAsync(hook, _container, asked),
            isCleanup ? null : Limit,
            asked,
            isCleanup ? _setting.Abandonment.Cleanup : _abandoned);
        if (result.Status == StepStatus.Failed)
        {
            _setting.ReportHook(hook, result);
        }

        return result;
    }

    /// <summary>What becomes of a step that is not called; null for one that is.</summary>
    private StepResult? NotCalled(PlannedStep.OfStep step)
    {
        // A step that says the scenario has no meaning here also silences what is wrong with the steps after it.
        if (_wasSkipped)
        {
            return new(StepStatus.Skipped, TimeSpan.Zero);
        }

        if (step.Matches.Count == 0)
        {
            return new(StepStatus.Undefined, TimeSpan.Zero, null, StepSnippet.Undefined(_scenario.Pickle, step.Step));
        }

        if (step.Matches.Count > 1)
        {
            return new(StepStatus.Ambiguous, TimeSpan.Zero, null, StepSnippet.Ambiguous(_scenario.Pickle, step));
        }

        if (_skipRest || _setting.Options.DryRun)
        {
            return new(StepStatus.Skipped, TimeSpan.Zero);
        }

        if (_asked.IsCancellationRequested)
        {
            return Limit() is { } limit
                ? new(StepStatus.Failed, TimeSpan.Zero, new TimeoutException($"The scenario took longer than {limit:c}."), $"The scenario took longer than {limit:c}.")
                : new(StepStatus.Unknown, TimeSpan.Zero, null, "The run was cancelled.");
        }

        // What was done before the scenario waited is not done again.
        if (_stepsDone < _continued?.StepsDone)
        {
            _stepsDone++;
            return new(StepStatus.Passed, TimeSpan.Zero);
        }

        return null;
    }

    private StepResult Called(StepResult result)
    {
        if (result.Exception is WaitingStepException waiting)
        {
            return Wait(waiting, result);
        }

        _stepsDone += result.Status == StepStatus.Passed ? 1 : 0;
        return result;
    }

    private StepResult Wait(WaitingStepException waiting, StepResult result)
    {
        try
        {
            _wait = new(_stepsDone, waiting.Message, waiting.NotBefore, KeptState.Take(_container, _context, _continued?.State));
            return result;
        }
        catch (BindingException exception)
        {
            return new(StepStatus.Failed, result.Duration, exception, exception.Message);
        }
    }

    private async Task<StepResult> CallStepAsync(PlannedStep.OfStep step)
    {
        var stepContext = new ScenarioStepContext(step.Step);
        _context.StepContext = stepContext;
        _container.RegisterInstanceAs(stepContext);
        var block = stepContext.StepInfo.StepDefinitionType;
        var result = block == ScenarioBlock.None || block == _context.CurrentScenarioBlock ? null : await EnterBlockAsync(block);
        result ??= await CallHooksAsync(HookKind.BeforeStep);
        var isEntered = result is null;
        result ??= await _setting.Invocation.RunAsync(
            () => _setting.Call.InvokeAsync(_scenario.Pickle, step.Step, step.Matches[0], _container, _asked), Limit, _asked, _abandoned);
        stepContext.TestError = result.Exception;
        stepContext.Status = StatusOf(result.Status);
        if (result.Exception is { } exception)
        {
            _context.TestError ??= exception;
        }

        var after = isEntered ? await CallHooksAsync(HookKind.AfterStep) : null;
        _context.StepContext = null;
        return after is not null && result.Status == StepStatus.Passed ? after : result;
    }

    /// <summary>The result of the first hook that did not pass, or null.</summary>
    private ValueTask<StepResult?> CallHooksAsync(HookKind kind) =>
        _setting.Bindings.HooksOf(kind) is { Length: > 0 } hooks ? CallHooksAsync(kind, hooks) : default;

    private async ValueTask<StepResult?> CallHooksAsync(HookKind kind, Hook[] hooks)
    {
        foreach (var hook in hooks)
        {
            if (hook.AppliesTo(_scenario.Pickle) && await CallHookAsync(hook, isCleanup: false) is { Status: not StepStatus.Passed } failed)
            {
                return failed with { Message = $"[{kind}] {hook.Method.Name}: {failed.Message}" };
            }
        }

        return null;
    }

    private async ValueTask<StepResult?> EnterBlockAsync(ScenarioBlock block)
    {
        var left = await EndBlockAsync();
        _context.CurrentScenarioBlock = block;
        return left ?? await CallHooksAsync(HookKind.BeforeScenarioBlock);
    }

    private async ValueTask<StepResult?> EndBlockAsync()
    {
        if (_context.CurrentScenarioBlock == ScenarioBlock.None || _setting.Options.DryRun)
        {
            return null;
        }

        var result = await CallHooksAsync(HookKind.AfterScenarioBlock);
        _context.CurrentScenarioBlock = ScenarioBlock.None;
        return result;
    }

    private async Task<string?> DisposeAsync()
    {
        var result = await _setting.Invocation.RunAsync(
            () => _container.DisposeAsync().AsTask(), null, _setting.Abandonment.Cleanup, _setting.Abandonment.Cleanup);
        if (result.Status is StepStatus.Passed or StepStatus.Unknown)
        {
            return null;
        }

        _worst = StepStatus.Failed;
        _firstException ??= result.Exception;
        return $"An object of the scenario could not be disposed: {result.Message}";
    }

    // Whether a stop that was asked for comes from the scenario's own limit.
    private TimeSpan? Limit() =>
        _timedOut.IsCancellationRequested && !_setting.Abandonment.Cancelled.IsCancellationRequested ? _setting.Options.ScenarioTimeout : null;

    private static ScenarioExecutionStatus StatusOf(StepStatus status) => status switch
    {
        StepStatus.Failed => ScenarioExecutionStatus.TestError,
        StepStatus.Undefined => ScenarioExecutionStatus.UndefinedStep,
        StepStatus.Ambiguous => ScenarioExecutionStatus.BindingError,
        StepStatus.Pending => ScenarioExecutionStatus.StepDefinitionPending,
        StepStatus.Skipped => ScenarioExecutionStatus.Skipped,
        _ => ScenarioExecutionStatus.OK,
    };
}
