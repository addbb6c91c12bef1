namespace Conformance.Gherkin;

/// <summary>An attachment as it goes into a message: text, bytes, or the address of a large file.</summary>
internal sealed record AttachmentBody(string MediaType, string? Text, ReadOnlyMemory<byte>? Bytes, string? Url)
{
    private const long LargestEmbedded = 1024 * 1024;

    public static async ValueTask<AttachmentBody> ReadAsync(Attachment attachment, Func<string, string?>? linkTo)
    {
        switch (attachment)
        {
            case Attachment.OfText text:
                return new(text.MediaType, text.Text, null, null);
            case Attachment.OfBytes bytes:
                return new(bytes.MediaType, null, bytes.Content, null);
            case Attachment.OfFile file when linkTo?.Invoke(file.Path) is { } address:
                return new(file.MediaType, null, null, address);
            case Attachment.OfFile file:
                try
                {
                    return new FileInfo(file.Path).Length > LargestEmbedded
                        ? new(file.MediaType, null, null, new Uri(Path.GetFullPath(file.Path)).AbsoluteUri)
                        : new(file.MediaType, null, await File.ReadAllBytesAsync(file.Path), null);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    return new(MediaTypes.Log, $"The attached file cannot be read: {exception.Message}", null, null);
                }

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
