namespace Conformance.Spec.Flows;

/// <summary>The marker of an activity that is done more than once.</summary>
public enum Repetition
{
    None,

    /// <summary><c>standardLoopCharacteristics</c>.</summary>
    Loop,

    /// <summary><c>multiInstanceLoopCharacteristics</c>, one after another.</summary>
    Sequential,

    /// <summary><c>multiInstanceLoopCharacteristics</c>, at the same time.</summary>
    Parallel,
}
