namespace Conformance.Gherkin;

/// <summary>What a step is for, from its keyword; a conjunction has the kind of the step before it.</summary>
public enum StepKind
{
    /// <summary>The keyword does not say (<c>*</c>).</summary>
    Unknown,

    /// <summary>前提, Given.</summary>
    Context,

    /// <summary>もし, When.</summary>
    Action,

    /// <summary>ならば, Then.</summary>
    Outcome,
}
