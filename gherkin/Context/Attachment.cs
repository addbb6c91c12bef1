namespace Conformance.Gherkin;

/// <summary>Something that a step added to its report.</summary>
/// <param name="MediaType">Such as <c>image/png</c>; <c>text/x.cucumber.log+plain</c> for lines written.</param>
public abstract record Attachment(string MediaType, string? FileName, DateTimeOffset At)
{
    /// <summary>A file, read only when somebody writes it elsewhere.</summary>
    /// <param name="Path">As the step gave it.</param>
    public sealed record OfFile(string Path, string MediaType, string? FileName, DateTimeOffset At) : Attachment(MediaType, FileName, At);

    public sealed record OfText(string Text, string MediaType, string? FileName, DateTimeOffset At) : Attachment(MediaType, FileName, At);

    public sealed record OfBytes(ReadOnlyMemory<byte> Content, string MediaType, string? FileName, DateTimeOffset At)
        : Attachment(MediaType, FileName, At);
}
