using System.Buffers.Binary;
using System.Text;

namespace Conformance.Reports.Bundles;

/// <summary>
/// Whether the headers of a zip archive say the same twice and account for every byte, as <see cref="BundleWriter"/> writes them: one disk, no comments, no data before, between
/// or behind the entries, no encryption. Then every program that unpacks it sees the same files. (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4.)
/// </summary>
internal static class ZipLayout
{
    private const uint LocalHeader = 0x04034b50, CentralHeader = 0x02014b50, End = 0x06054b50, End64 = 0x06064b50, Locator64 = 0x07064b50;
    private const int EndSize = 22, End64Size = 56, Locator64Size = 20, CentralSize = 46, LocalSize = 30;
    private const int DirectoryLimit = 512 << 20;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <exception cref="BrokenBundleException">With the first entry that is wrong.</exception>
    public static void Check(Stream zip)
    {
        var (start, length, count) = Directory(zip);
        var directory = Read(zip, start, length);
        long at = 0;
        var position = 0;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (long i = 0; i < count; i++)
        {
            if (position + CentralSize > directory.Length || U32(directory, position) != CentralHeader)
            {
                throw new BrokenBundleException("", BundleFault.NotAnArchive, "the list of entries ends early");
            }

            var entry = directory.AsSpan(position);
            int nameLength = U16(entry, 28), extraLength = U16(entry, 30);
            if (position + CentralSize + nameLength + extraLength > directory.Length)
            {
                throw new BrokenBundleException("", BundleFault.NotAnArchive, "the list of entries ends early");
            }

            var nameBytes = entry.Slice(CentralSize, nameLength);
            var name = Utf8.GetString(nameBytes);
            if (!BundleFolder.IsSafe(name))
            {
                throw new BrokenBundleException(PlainText.ForTerminal(name), BundleFault.UnsafeName, "");
            }

            if (!names.Add(name))
            {
                throw new BrokenBundleException(name, BundleFault.DuplicateName, "");
            }

            Require(U16(entry, 32) == 0 && U16(entry, 34) == 0 && U16(entry, 36) == 0 && U32(entry, 38) == 0, name, "comment, disk or attributes");
            Require((U16(entry, 8) & ~0x0806) == 0, name, "encrypted or of unknown length");
            Require(U16(entry, 10) is 0 or 8, name, "method of compression");
            var sizes = Sizes(entry.Slice(CentralSize + nameLength, extraLength), U32(entry, 24), U32(entry, 20), U32(entry, 42), name);
            Require(sizes.Offset == at, name, "bytes before it that belong to no entry");
            at = Local(zip, at, entry, nameBytes, sizes, name);
            position += CentralSize + nameLength + extraLength;
        }

        if (position != directory.Length || at != start)
        {
            throw new BrokenBundleException("", BundleFault.Ambiguous, "bytes that belong to no entry");
        }
    }

    private static long Local(Stream zip, long at, ReadOnlySpan<byte> central, ReadOnlySpan<byte> nameBytes, (long Size, long Packed, long Offset) sizes, string name)
    {
        var header = Read(zip, at, LocalSize);
        if (U32(header, 0) != LocalHeader)
        {
            throw new BrokenBundleException(name, BundleFault.NotAnArchive, "no entry begins there");
        }

        int nameLength = U16(header, 26), extraLength = U16(header, 28);
        var rest = Read(zip, at + LocalSize, nameLength + extraLength);
        Require(rest.AsSpan(0, nameLength).SequenceEqual(nameBytes), name, "another name before its content");
        // Flags, method, time, date and check sum: the same ten bytes and four.
        Require(header.AsSpan(6, 12).SequenceEqual(central.Slice(8, 12)), name, "headers that contradict each other");
        var (size, packed, _) = Sizes(rest.AsSpan(nameLength), U32(header, 22), U32(header, 18), 0, name);
        Require(size == sizes.Size && packed == sizes.Packed, name, "sizes that contradict each other");
        return at + LocalSize + nameLength + extraLength + packed;
    }

    private static (long Start, int Length, long Count) Directory(Stream zip)
    {
        var length = zip.Length;
        if (length < EndSize)
        {
            throw new BrokenBundleException("", BundleFault.NotAnArchive, "too short");
        }

        var end = Read(zip, length - EndSize, EndSize);
        if (U32(end, 0) != End || U16(end, 20) != 0)
        {
            throw new BrokenBundleException("", BundleFault.NotAnArchive, "the end of the archive is missing, or something follows it");
        }

        long count = U16(end, 10), size = U32(end, 12), start = U32(end, 16);
        var before = length - EndSize;
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            var locator = Read(zip, before - Locator64Size, Locator64Size);
            var end64 = Read(zip, before - Locator64Size - End64Size, End64Size);
            before -= Locator64Size + End64Size;
            if (U32(locator, 0) != Locator64 || U32(end64, 0) != End64 || (long)U64(locator, 8) != before)
            {
                throw new BrokenBundleException("", BundleFault.NotAnArchive, "the end of a large archive is missing");
            }

            (count, size, start) = ((long)U64(end64, 32), (long)U64(end64, 40), (long)U64(end64, 48));
        }

        if (start < 0 || size < 0 || start > before || size > DirectoryLimit || start + size != before || count > size / CentralSize)
        {
            throw new BrokenBundleException("", BundleFault.NotAnArchive, "the list of entries is not where the end says");
        }

        return (start, (int)size, count);
    }

    // Section 4.5.3: the values that are all ones follow in this order.
    private static (long Size, long Packed, long Offset) Sizes(ReadOnlySpan<byte> extra, uint size, uint packed, uint offset, string name)
    {
        Span<long> values = [size, packed, offset];
        var large = ReadOnlySpan<byte>.Empty;
        for (var at = 0; at < extra.Length;)
        {
            Require(at + 4 <= extra.Length && U16(extra, at) == 1 && at + 4 + U16(extra, at + 2) <= extra.Length, name, "a field that has no place here");
            large = extra.Slice(at + 4, U16(extra, at + 2));
            at += 4 + large.Length;
        }

        foreach (ref var value in values)
        {
            if (value == uint.MaxValue)
            {
                Require(large.Length >= 8, name, "a size that is not given");
                value = (long)U64(large, 0);
                Require(value >= 0, name, "a size that is not given");
                large = large[8..];
            }
        }

        return (values[0], values[1], values[2]);
    }

    private static void Require(bool holds, string name, string detail)
    {
        if (!holds)
        {
            throw new BrokenBundleException(name, BundleFault.Ambiguous, detail);
        }
    }

    private static byte[] Read(Stream zip, long at, int length)
    {
        var bytes = new byte[length];
        try
        {
            zip.Position = at;
            zip.ReadExactly(bytes);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or IOException)
        {
            throw new BrokenBundleException("", BundleFault.NotAnArchive, "it ends early");
        }

        return bytes;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
