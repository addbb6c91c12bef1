namespace Conformance.Drivers;

/// <summary>What a search of one surface saw, and what it could not see.</summary>
/// <param name="Places">Operations as described, or screens in the order in which they were found.</param>
public sealed record SurfaceSearch(IReadOnlyList<SearchedPlace> Places)
{
    /// <summary>Why it says nothing of what is absent: screens that failed, screens that were left, mapped screens that it did not come to. Empty: it saw all that can be reached.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    /// <summary>Operators who looked; 0 where nobody has to.</summary>
    public int Users { get; init; }

    /// <summary>Menus, tabs and buttons that were pressed because a script and no address says where they lead.</summary>
    public int Pressed { get; init; }

    /// <summary>Requests that would have written something and were not let out.</summary>
    public int Withheld { get; init; }
}
