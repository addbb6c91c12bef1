namespace Conformance.Gherkin;

/// <summary>A method with one of its step attributes.</summary>
public sealed class StepDefinition
{
    internal StepDefinition(int number, StepKind? kind, StepExpression expression, BindingMethod method, BindingScope scope)
    {
        Number = number;
        Kind = kind;
        Expression = expression;
        Method = method;
        Scope = scope;
    }

    /// <summary>From zero, in the order in which steps and hooks are written.</summary>
    public int Number { get; }

    /// <summary>The kind of step it is for; null for any.</summary>
    public StepKind? Kind { get; }

    public StepExpression Expression { get; }

    public BindingMethod Method { get; }

    internal BindingScope Scope { get; }
}
