namespace Conformance.Gherkin;

/// <summary>Runs for 前提 steps.</summary>
public sealed class GivenAttribute : StepAttribute
{
    public GivenAttribute()
        : base(null) { }

    public GivenAttribute(string expression)
        : base(expression) { }

    internal override StepKind? Kind => StepKind.Context;
}
