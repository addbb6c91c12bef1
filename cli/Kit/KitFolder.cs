using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Cli.Kit;

/// <summary>The folder that becomes a kit: files under one name, packed in one order with one time, so that the same contents make the same archive.</summary>
internal sealed class KitFolder(string path)
{
    public const string Sums = "SHA256SUMS";

    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Path { get; } = path;

    private string Name => System.IO.Path.GetFileName(Path);

    public void Write(string file, string text)
    {
        var full = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(false));
    }

    /// <summary>Copies a file or a whole folder.</summary>
    /// <returns>How many files.</returns>
    public int Copy(string source, string file)
    {
        var target = System.IO.Path.Combine(Path, file);
        if (File.Exists(source))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(source, target, overwrite: true);
            return 1;
        }

        var count = 0;
        foreach (var one in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            count += Copy(one, System.IO.Path.Combine(file, System.IO.Path.GetRelativePath(source, one)));
        }

        return count;
    }

    /// <summary>All files, with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Writes the hashes of all files, in the form that <c>sha256sum -c</c> reads.</summary>
    public void WriteSums()
    {
        var lines = new StringBuilder();
        foreach (var file in Files().Where(file => file != Sums))
        {
            using var stream = File.OpenRead(System.IO.Path.Combine(Path, file));
            lines.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(stream))}  {file}\n");
        }

        Write(Sums, lines.ToString());
    }

    /// <param name="isProgram">Which files are to be executable.</param>
    public void Pack(string archive, KitSystem system, Func<string, bool> isProgram)
    {
        using var output = File.Create(archive);
        if (system.IsWindows)
        {
            using var zip = new ZipArchive(output, ZipArchiveMode.Create);
            foreach (var file in Files())
            {
                var entry = zip.CreateEntry($"{Name}/{file}", CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var content = entry.Open();
                using var source = File.OpenRead(System.IO.Path.Combine(Path, file));
                source.CopyTo(content);
            }

            return;
        }

        using var gzip = new GZipStream(output, CompressionLevel.Optimal);
        using var tar = new TarWriter(gzip, TarEntryFormat.Pax);
        foreach (var file in Files())
        {
            using var source = File.OpenRead(System.IO.Path.Combine(Path, file));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{Name}/{file}")
            {
                DataStream = source,
                ModificationTime = Epoch,
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead
                    | (isProgram(file) ? UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0),
            });
        }
    }
}
