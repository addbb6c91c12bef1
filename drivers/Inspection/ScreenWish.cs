namespace Conformance.Drivers.Inspection;

/// <summary>What an exchange enters on its screens.</summary>
/// <param name="Items">Items that scenarios send with it.</param>
/// <param name="Required">Those that it cannot do without.</param>
/// <param name="Conditions">Items that are searched for.</param>
public sealed record ScreenWish(IReadOnlyList<string> Items, IReadOnlyList<string> Required, IReadOnlyList<string> Conditions);
