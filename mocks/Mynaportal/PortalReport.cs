namespace Conformance.Mocks;

/// <summary>One state that the municipality reported back to the applicant.</summary>
/// <param name="Status">uketsuke, shinsachu, kanryo, kyakka or torisage.</param>
/// <param name="At">Time that the report carries.</param>
public sealed record PortalReport(string Status, DateTimeOffset At, string? Remark, DateTimeOffset ReceivedAt);
