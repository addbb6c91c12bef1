using Conformance.Spec;

namespace Conformance.Cli.Recording;

/// <summary>How a run stands to what its folder holds.</summary>
internal enum RunMode
{
    /// <summary>A run of its own; nothing of an earlier one is left in the folder.</summary>
    Fresh,

    /// <summary>The rest of a run that did not come to its end.</summary>
    Resume,

    /// <summary>The scenarios of a run that wait, and the rest.</summary>
    Continue,
}

/// <summary>The folder of a run's results, with its logs: one per role, under <c>log/</c>.</summary>
internal sealed record RunFolder(string Path, RunMode Mode = RunMode.Fresh)
{
    public const string LogFolder = "log";

    /// <summary>With a list per role of what was written to the target.</summary>
    public const string LedgerFolder = "ledger";

    public string LogOf(string role) => System.IO.Path.Combine(Path, LogFolder, role + ".ndjson");

    /// <summary>All logs of the folder.</summary>
    /// <exception cref="BadInputException">CF6070: there are none.</exception>
    public static IReadOnlyList<RunRecord> Read(string folder) => [.. Logs(folder).Select(ScenarioLog.Read)];

    /// <summary>Paths of all logs of the folder.</summary>
    /// <exception cref="BadInputException">CF6070: there are none.</exception>
    public static IReadOnlyList<string> Logs(string folder)
    {
        var logs = System.IO.Path.Combine(folder, LogFolder);
        return Directory.Exists(logs) && Directory.GetFiles(logs, "*.ndjson") is { Length: > 0 } files
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw new BadInputException(new Problem("CF6070", folder, 0, 0, "The folder holds no log of a run.", "Name the --out folder of a `run` or `demo`."));
    }
}
