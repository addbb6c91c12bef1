using System.Globalization;
using Conformance.Steps.Running;

namespace Conformance.Steps.Outputs;

/// <summary>What lies where the target lays its files, told without reading them: where it is the same as before, nothing was put out since.</summary>
internal static class OutputMark
{
    /// <returns>Empty where nothing lies there; null where the profile names no such place, or one that this run does not see.</returns>
    public static string? Of(RunSetting setting, string exchange)
    {
        if (setting.Target.Profile.Outputs.GetValueOrDefault(exchange) is not { } plan)
        {
            return null;
        }

        IEnumerable<(string Name, string State)>? files = plan.Folder is { } folder ? Directory.Exists(folder)
                ? new DirectoryInfo(folder).EnumerateFiles().Select(file => (file.Name, string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}"))) : []
            : plan.Storage is { } prefix ? setting.Neighbours?.Objects.List(prefix).Select(stored => (Path.GetFileName(stored.Key), stored.Tag))
            : null;
        var latest = files?.Where(file => plan.Takes(file.Name)).GroupBy(file => plan.SetOf(file.Name)).MaxBy(set => set.Key, StringComparer.Ordinal);
        return files is null ? null : latest is null ? ""

            // A set is new by its name. Without one, files of the same names may be new by what they hold.
            : latest.Key.Length > 0 ? latest.Key : string.Join('\n', latest.Select(file => $"{file.Name} {file.State}").Order(StringComparer.Ordinal));
    }
}
