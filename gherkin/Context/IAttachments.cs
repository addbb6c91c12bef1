namespace Conformance.Gherkin;

/// <summary>Attaches what is in memory to the step being run. Not in Reqnroll.</summary>
public interface IAttachments
{
    void Attach(string text, string mediaType, string? fileName = null);

    void Attach(ReadOnlyMemory<byte> content, string mediaType, string? fileName = null);

    /// <summary>Attaches an address.</summary>
    void Link(params IReadOnlyList<Uri> addresses);
}
