namespace Conformance.Reference.Office.Intake;

/// <summary>A paper that came with an application.</summary>
internal sealed record Attachment(string Id, string Name, string ContentType, byte[] Content);
