using System.IO.Compression;
using System.Text;

namespace Conformance.Spec.Export;

/// <summary>An Office document (ECMA-376) as a zip archive of parts: the same parts give the same bytes, because every entry bears one fixed time.</summary>
internal static class OfficePackage
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="parts">Name to XML, without declaration; <c>[Content_Types].xml</c> first.</param>
    public static byte[] Pack(IEnumerable<(string Name, string Xml)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = Epoch;
                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
                writer.Write(xml);
            }
        }

        return stream.ToArray();
    }
}
