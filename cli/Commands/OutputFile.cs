using System.Text;
using Conformance.Spec;

namespace Conformance.Cli.Commands;

/// <summary>A file that a command was asked to write: whole, or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="BadInputException">CF6031: it cannot be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <exception cref="BadInputException">CF6031: it cannot be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        try
        {
            var full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full + ".part", bytes);
            File.Move(full + ".part", full, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(new Problem("CF6031", path, 0, 0, "The file cannot be written: " + exception.Message, "Choose another place."));
        }
    }
}
