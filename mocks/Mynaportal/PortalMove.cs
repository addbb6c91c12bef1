namespace Conformance.Mocks;

/// <summary>One 引越し as the two applications that it becomes.</summary>
/// <param name="Move">引越し番号, the same in both.</param>
public sealed record PortalMove(string LeavingNumber, string EnteringNumber, string Move);
