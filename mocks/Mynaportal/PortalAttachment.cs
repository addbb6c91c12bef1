namespace Conformance.Mocks;

/// <summary>A file that goes with an application.</summary>
/// <param name="ContentType">For example <c>application/pdf</c>.</param>
public sealed record PortalAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);
