namespace Conformance.Gherkin;

/// <summary>Runs for steps of every kind.</summary>
public sealed class StepDefinitionAttribute : StepAttribute
{
    public StepDefinitionAttribute()
        : base(null) { }

    public StepDefinitionAttribute(string expression)
        : base(expression) { }

    internal override StepKind? Kind => null;
}
