namespace Conformance.Gherkin;

/// <summary>What kept one attempt at a scenario from passing: the worst step, the first of several.</summary>
internal sealed class JunitAttempt
{
    private StepStatus _worst = StepStatus.Unknown;

    public string Type { get; private set; } = "";

    public string? Message { get; private set; }

    public string Step { get; private set; } = "";

    public string Trace { get; private set; } = "";

    public void Saw(PlannedStep step, StepResult result)
    {
        if (result.Status <= _worst && Message is not null)
        {
            return;
        }

        _worst = result.Status;
        Type = result.Exception?.GetType().FullName ?? result.Status.ToString();
        Message = result.Message;
        Trace = result.Exception?.StackTrace ?? "";
        Step = step switch
        {
            PlannedStep.OfStep own => $"{own.Step.Keyword.Trim()} {own.Step.Text}",
            PlannedStep.OfHook hook => $"[{hook.Hook.Kind}] {hook.Hook.Method.Name}",
            _ => "",
        };
    }

    public void Ended(StepStatus status, string? message, Exception? exception)
    {
        if (Type.Length == 0)
        {
            Type = exception?.GetType().FullName ?? status.ToString();
        }

        Message ??= message;
    }
}
