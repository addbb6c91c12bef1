namespace Conformance.Drivers.Profiles;

/// <summary>An edition of the interface that runs beside the profile's own during a change-over (並行稼働).</summary>
/// <param name="Interface">What it is called in reports.</param>
/// <param name="Edition">版 of the standard that it belongs to.</param>
/// <param name="Roles">Whose interface it is.</param>
/// <param name="From">First day on which both have to be up; null where only the end is fixed.</param>
/// <param name="Until">Last day; outside of the period it is reported and decides nothing.</param>
/// <param name="Basis">The text that fixes the period, such as 経過措置 of an ordinance.</param>
/// <param name="Api">How it is called: the profile's own, with what differs.</param>
public sealed record ParallelEdition(
    string Interface, string Edition, IReadOnlyList<string> Roles, DateOnly? From, DateOnly Until, string Basis, ApiProfile Api, SourcePosition At);
