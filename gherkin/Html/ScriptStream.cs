namespace Conformance.Gherkin;

/// <summary>Turns lines of JSON into the items of a JavaScript array inside a page: commas after lines, and no <c>&lt;</c> that could end the script.</summary>
internal sealed class ScriptStream(Stream inner) : Stream
{
    private static ReadOnlySpan<byte> Comma => ",\n"u8;

    // Only texts hold the sign, and JavaScript reads \x3C in them as the sign.
    private static ReadOnlySpan<byte> LessThan => @"\x3C"u8;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.IndexOfAny((byte)'<', (byte)'\n') is var at and >= 0)
        {
            inner.Write(buffer[..at]);
            inner.Write(buffer[at] == '<' ? LessThan : Comma);
            buffer = buffer[(at + 1)..];
        }

        inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
