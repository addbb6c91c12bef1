namespace Conformance.Gherkin;

/// <summary>The file that a sink writes.</summary>
internal static class SinkFile
{
    private const int Buffer = 64 * 1024;

    /// <summary>Creates the file, with its folder. Others may read it while it is written.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static FileStream Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return new(path, FileMode.Create, FileAccess.Write, FileShare.Read, Buffer);
    }
}
