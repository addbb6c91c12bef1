namespace Conformance.Reports;

/// <summary>A file that is written whole or not at all.</summary>
internal static class WholeFile
{
    public static async Task WriteAsync(
        string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var unfinished = full + ".unfinished";
        try
        {
            await using (var stream = File.Create(unfinished))
            {
                await write(stream, cancellationToken);
            }

            File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
