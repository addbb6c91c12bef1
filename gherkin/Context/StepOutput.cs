using System.Globalization;
using System.Text;

namespace Conformance.Gherkin;

/// <summary>Collects what the step or hook being run writes and attaches.</summary>
internal sealed class StepOutput(TimeProvider time) : IReqnrollOutputHelper, IAttachments
{
    private readonly Lock _gate = new();
    private List<Attachment> _collected = [];

    public void WriteLine(string message) => Add(new Attachment.OfText(message, MediaTypes.Log, null, time.GetUtcNow()));

    public void WriteLine(string format, params object[] args) =>
        WriteLine(args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(format), args));

    public void AddAttachment(string filePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        Add(new Attachment.OfFile(filePath, MediaTypes.OfFile(filePath), Path.GetFileName(filePath), time.GetUtcNow()));
    }

    public void Attach(string text, string mediaType, string? fileName = null) =>
        Add(new Attachment.OfText(text, mediaType, fileName, time.GetUtcNow()));

    public void Attach(ReadOnlyMemory<byte> content, string mediaType, string? fileName = null) =>
        Add(new Attachment.OfBytes(content, mediaType, fileName, time.GetUtcNow()));

    public void Link(params IReadOnlyList<Uri> addresses) => Attach(string.Join('\n', addresses), MediaTypes.Links);

    /// <summary>What was added since the last call.</summary>
    public IReadOnlyList<Attachment> Take()
    {
        lock (_gate)
        {
            if (_collected.Count == 0)
            {
                return [];
            }

            var taken = _collected;
            _collected = [];
            return taken;
        }
    }

    private void Add(Attachment attachment)
    {
        lock (_gate)
        {
            _collected.Add(attachment);
        }
    }
}
