namespace Conformance.Drivers.Proposals;

/// <summary>What is done, told by the word for it: 照会, 登録, ….</summary>
public enum ExchangeNature
{
    /// <summary>No word tells.</summary>
    Unknown,
    Read,
    Register,
    Change,
    Delete,
    Cancel,
    Issue,
    Calculate,
    TakeIn,
    Decide,
    Start,
    End,
    Extract,
    Set,
    Link,
    Number,
}
