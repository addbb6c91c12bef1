using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Conformance.Spec.Import.Sheets;

/// <summary>
/// What must hold of the file before its sheets are read: a zip archive that is a workbook, whose parts are well-formed XML
/// without a DTD, and that does not unpack into more than a stated number of bytes.
/// </summary>
internal static class Container
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static void Check(byte[] bytes, string file, long unpackedLimit, OfficeKind kind, ICollection<Problem> problems)
    {
        if (bytes.AsSpan().StartsWith(CompoundFile))
        {
            problems.Add(OfCompoundFile(bytes, file, kind));
            return;
        }

        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            problems.Add(new Problem("CF3002", file, 0, 0, $"The file is not a {kind.Name}.", $"Give {kind.Extension}."));
            return;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            CheckParts(archive, file, unpackedLimit, kind, problems);
        }
        catch (InvalidDataException)
        {
            problems.Add(new Problem("CF3005", file, 0, 0, "The file is truncated or damaged: its archive cannot be read.", "Fetch it again and compare its size."));
        }
    }

    private static Problem OfCompoundFile(byte[] bytes, string file, OfficeKind kind) =>
        bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new Problem("CF3004", file, 0, 0, $"The {kind.Name} is encrypted.", "Save it without a password.")
            : new Problem("CF3003", file, 0, 0, $"The file is in the old binary format ({kind.Old}) or another OLE container.", $"Open it and save it as {kind.Extension[3..]}.");

    private static void CheckParts(ZipArchive archive, string file, long unpackedLimit, OfficeKind kind, ICollection<Problem> problems)
    {
        if (archive.GetEntry(kind.Main) is null && archive.GetEntry("[Content_Types].xml") is { } types && !Mentions(types, kind.Vocabulary))
        {
            problems.Add(new Problem("CF3002", file, 0, 0, $"The file is an Office document, but not a {kind.Name}.", $"Give {kind.Extension}."));
            return;
        }

        if (archive.GetEntry("[Content_Types].xml") is null)
        {
            problems.Add(new Problem("CF3002", file, 0, 0, $"The file is a zip archive, but not a {kind.Name}.", $"Give {kind.Extension}."));
            return;
        }

        var left = unpackedLimit;
        foreach (var entry in archive.Entries)
        {
            using var part = new Bounded(entry.Open(), left);
            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                Scan(part, entry.FullName, file, problems);
            }

            part.CopyTo(Stream.Null);

            left -= part.Count;
            if (part.IsExceeded)
            {
                problems.Add(new Problem("CF3007", file, 0, 0,
                    string.Create(CultureInfo.InvariantCulture, $"The file unpacks into more than {unpackedLimit:N0} bytes (stopped in {entry.FullName})."),
                    "Split the workbook, or remove pictures and empty formatted rows."));
                return;
            }
        }
    }

    private static bool Mentions(ZipArchiveEntry entry, string word)
    {
        using var stream = new Bounded(entry.Open(), 1 << 20);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Contains(word, StringComparison.Ordinal);
    }

    private static void Scan(Bounded part, string name, string file, ICollection<Problem> problems)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
        try
        {
            while (!part.IsExceeded && reader.Read())
            {
            }
        }
        catch (XmlException) when (part.IsExceeded)
        {
            // Cut off by the limit, which is the problem to report.
        }
        catch (XmlException exception) when (exception.Message.Contains("DTD", StringComparison.Ordinal))
        {
            // This exception comes without a position.
            problems.Add(new Problem("CF3006", file, 0, 0, $"The part {name} has a document type definition (DTD).", "Remove it; a workbook has none."));
        }
        catch (XmlException exception)
        {
            problems.Add(new Problem("CF3008", file, exception.LineNumber, exception.LinePosition, $"The part {name} is not well-formed XML.", "Open the workbook and save it again."));
        }
    }

    /// <summary>Ends the stream after a number of bytes, and remembers that it did.</summary>
    private sealed class Bounded(Stream inner, long limit) : Stream
    {
        public long Count { get; private set; }

        public bool IsExceeded => Count > limit;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (IsExceeded)
            {
                return 0;
            }

            var read = inner.Read(buffer);
            Count += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
