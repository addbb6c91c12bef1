namespace Conformance.Mocks;

/// <summary>Where an application stands.</summary>
/// <param name="Status">mishutoku, shutokuzumi, or what was reported last; torisage once withdrawn.</param>
/// <param name="TakenAt">When 受付番号 was taken for the first time; null before.</param>
/// <param name="FetchCount">How often the data was fetched.</param>
/// <param name="Reports">What the municipality reported back, in order.</param>
public sealed record PortalState(string Number, string Status, DateTimeOffset? TakenAt, int FetchCount, IReadOnlyList<PortalReport> Reports);
