using Conformance.Spec;

namespace Conformance.Cli.Commands.Specs;

/// <summary>Proposed files: all are written, or none where one of them is there already.</summary>
internal static class NewFiles
{
    /// <exception cref="BadInputException">CF6032: a file is there already.</exception>
    public static void Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        var there = files.Keys.Where(file => File.Exists(Path.Combine(folder, file))).ToList();
        if (there.Count > 0)
        {
            throw new BadInputException([.. there.Select(file => new Problem("CF6032", Path.Combine(folder, file), 0, 0, "The file is there already.", "Choose another folder; a proposal overwrites nothing."))]);
        }

        foreach (var (file, text) in files)
        {
            OutputFile.Write(Path.Combine(folder, file), text);
        }
    }
}
