namespace Conformance.Spec.Tests.Loading;

using Conformance.Spec.Loading;

/// <summary>A copy of the checked-in standard that a test may spoil.</summary>
internal sealed class StandardCopy : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("conformance-standard-");

    /// <param name="edition">A standard and its edition, <c>027-jido-teate/0.1</c>; or only an edition: the first standard under that edition.</param>
    public StandardCopy(string edition = Some.Edition)
    {
        var original = edition.Contains('/') ? Path.Combine(Some.Root, "standards", Path.Combine(edition.Split('/'))) : Some.Folder;
        Folder = edition.Contains('/') ? Path.Combine(_root.FullName, Path.Combine(edition.Split('/'))) : Path.Combine(_root.FullName, "031-jutogaisha-atena", edition);
        foreach (var file in Directory.GetFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Root => _root.FullName;

    public string Folder { get; }

    /// <summary>Replaces the first occurrence of a text, which has to be there.</summary>
    /// <returns>The line where it stood.</returns>
    public int Edit(string file, string old, string instead)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "{0} holds 「{1}」", file, old);
        File.WriteAllText(path, text[..at] + instead + text[(at + old.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    /// <summary>Replaces every occurrence of a text, of which there has to be one.</summary>
    public void EditAll(string file, string old, string instead)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        text.Should().Contain(old);
        File.WriteAllText(path, text.Replace(old, instead, StringComparison.Ordinal));
    }

    /// <summary>Takes out everything from a text on, up to another one.</summary>
    public void Cut(string file, string from, string upTo)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text[..text.IndexOf(from, StringComparison.Ordinal)] + text[text.IndexOf(upTo, StringComparison.Ordinal)..]);
    }

    public void CutLines(string file, string with)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllLines(path, File.ReadAllLines(path).Where(line => !line.Contains(with, StringComparison.Ordinal)));
    }

    public void Rename(string file, string name) => File.Move(Path.Combine(Folder, file), Path.Combine(Folder, name));

    public void Append(string file, string text) => File.AppendAllText(Path.Combine(Folder, file), text);

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    /// <summary>What is wrong with it; empty where it loads.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        try
        {
            StandardLoader.Load(Folder);
            return [];
        }
        catch (BadInputException e)
        {
            return e.Problems;
        }
    }

    public void Dispose() => _root.Delete(recursive: true);
}
