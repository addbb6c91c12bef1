namespace Conformance.Mocks;

/// <summary>How something reaches the target.</summary>
public enum Delivery
{
    /// <summary>Once, in order.</summary>
    Once,

    /// <summary>Twice, with the same number. Who goes by the number takes it once.</summary>
    Twice,

    /// <summary>Held back until it is released, so that what came after it is there before.</summary>
    Later,
}
