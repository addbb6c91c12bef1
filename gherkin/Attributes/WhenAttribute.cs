namespace Conformance.Gherkin;

/// <summary>Runs for もし steps.</summary>
public sealed class WhenAttribute : StepAttribute
{
    public WhenAttribute()
        : base(null) { }

    public WhenAttribute(string expression)
        : base(expression) { }

    internal override StepKind? Kind => StepKind.Action;
}
