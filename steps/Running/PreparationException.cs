namespace Conformance.Steps.Running;

/// <summary>Something that a scenario needs beforehand could not be brought about, or a control did not hold: 判定不能, never 不適合.</summary>
public sealed class PreparationException(string message) : Exception(message)
{
    /// <summary>Because two people have one number: whom the target means cannot be told.</summary>
    public bool NumberOfTwo { get; init; }
}
