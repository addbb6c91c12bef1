namespace Conformance.Drivers;

/// <summary>A file that the target put out, on disk and never in memory as a whole: what a business keeps may be gigabytes. Disposing it removes what was fetched; a file that the target laid
/// down in a folder stays.</summary>
/// <param name="name">As the target calls it, without folders.</param>
/// <param name="path">Where it lies on this machine.</param>
/// <param name="fetched">True where it is a copy of ours.</param>
public sealed class PutOutFile(string name, string path, bool fetched) : IDisposable
{
    public string Name => name;

    public string Path => path;

    /// <summary>A file that others laid down here, to be read and left alone.</summary>
    public static PutOutFile At(string path) => new(System.IO.Path.GetFileName(path), path, fetched: false);

    /// <summary>Keeps a stream as a file that only this user may read.</summary>
    /// <param name="progressed">Called with every piece, so that patience can begin anew: what matters is that something comes.</param>
    public static async Task<PutOutFile> KeepAsync(string name, Stream content, Action progressed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(progressed);
        var file = Temporary(name);
        try
        {
            await using var into = new FileStream(file.Path, Options());
            var buffer = new byte[128 * 1024];
            while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                await into.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                progressed();
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    /// <summary>Where a file of this name may be written to; not there yet.</summary>
    internal static PutOutFile Temporary(string name) => new(System.IO.Path.GetFileName(name), System.IO.Path.Combine(System.IO.Path.GetTempPath(), "conformance-" + System.IO.Path.GetRandomFileName()), fetched: true);

    public void Dispose()
    {
        if (fetched)
        {
            File.Delete(path);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
