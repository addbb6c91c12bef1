using Conformance.Spec;

namespace Conformance.Cli.Commands;

/// <summary>A file that the user named.</summary>
internal static class InputFile
{
    /// <exception cref="BadInputException">CF6053: cannot be read.</exception>
    public static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <exception cref="BadInputException">CF6053: not there.</exception>
    public static string Existing(string path) => File.Exists(path) ? path : throw new BadInputException(new Problem("CF6053", path, 0, 0, "There is no such file.", "Check the path."));

    private static BadInputException Unreadable(string path, Exception why) => new(new Problem("CF6053", path, 0, 0, "The file cannot be read: " + why.Message, "Check the path."));
}
