namespace Conformance.Gherkin;

/// <summary>Runs for ならば steps.</summary>
public sealed class ThenAttribute : StepAttribute
{
    public ThenAttribute()
        : base(null) { }

    public ThenAttribute(string expression)
        : base(expression) { }

    internal override StepKind? Kind => StepKind.Outcome;
}
