using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Conformance.Drivers.Profiles;

/// <summary>Where the files of データ出力 are found, and which file holds which group, where the answer of the exchange does not say it.</summary>
public sealed record OutputPlan
{
    /// <summary>Full path of a folder into which the target lays its files; null where it does not.</summary>
    public string? Folder { get; init; }

    /// <summary>Beginning of the keys in the object storage that the harness plays; null where the target puts nothing there.</summary>
    public string? Storage { get; init; }

    /// <summary>Folder or beginning of the keys; empty where the exchange itself brings the files.</summary>
    public string Place => Folder ?? Storage ?? "";

    /// <summary>Names of the files, with <c>*</c> and <c>?</c>.</summary>
    public string Files { get; init; } = "*";

    /// <summary>Regular expression with one group: files with the greatest value of it are of the latest output. Null: all files are.</summary>
    public string? Set { get; init; }

    /// <summary>グループ to the names of its files, with <c>*</c> and <c>?</c>. A group that is not named here is in the files whose name holds its name.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a file of this name is one of them; one that is still being written is not.</summary>
    public bool Takes(string name) => FileSystemName.MatchesSimpleExpression(Files, name) && !name.EndsWith(".part", StringComparison.Ordinal) && !name.EndsWith(".tmp", StringComparison.Ordinal);

    /// <summary>What tells the output that a file is of; the same for all files where there is no <see cref="Set"/>.</summary>
    public string SetOf(string name) => Set is { } expression && Regex.Match(name, expression, RegexOptions.CultureInvariant) is { Success: true } match ? match.Groups[1].Value : "";
}
