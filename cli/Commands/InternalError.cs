using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Conformance.Cli.Commands;

/// <summary>What the user reads when the program itself is at fault: one line, and a file with the details for whoever repairs it.</summary>
internal static class InternalError
{
    /// <summary>Reports an exception that nobody expected.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception error, IReadOnlyList<string> arguments, TimeProvider time)
    {
        var log = TryLog(error, arguments, time.GetUtcNow());
        Console.Error.WriteLine($"internal error: {error.GetType().Name}: {FirstLine(error.Message)} Please report this{(log is null ? "" : " with the details in " + log)}.");
        return ExitCode.HarnessFault;
    }

    // The report of an error must not fail itself: without a writable folder the line alone has to do.
    private static string? TryLog(Exception error, IReadOnlyList<string> arguments, DateTimeOffset now)
    {
        foreach (var folder in new[] { ArtifactFolder(), Path.Combine(Path.GetTempPath(), "conformance") })
        {
            try
            {
                Directory.CreateDirectory(folder);
                var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"internal-error-{now:yyyyMMdd-HHmmss-fff}.log"));
                var text = new StringBuilder()
                    .AppendLine(CultureInfo.InvariantCulture, $"time       {now:O}")
                    .AppendLine(CultureInfo.InvariantCulture, $"version    {typeof(InternalError).Assembly.GetName().Version}")
                    .AppendLine(CultureInfo.InvariantCulture, $"system     {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}")
                    .AppendLine(CultureInfo.InvariantCulture, $"arguments  {string.Join(' ', arguments)}")
                    .AppendLine()
                    .AppendLine(error.ToString());
                File.WriteAllText(file, text.ToString());
                return file;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
            }
        }

        return null;
    }

    private static string ArtifactFolder()
    {
        try
        {
            return ProjectFolders.Find().Artifacts;
        }
        catch (Spec.BadInputException)
        {
            return Path.Combine(Environment.CurrentDirectory, "artifacts");
        }
    }

    private static string FirstLine(string message)
    {
        var line = message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd();
        return line.EndsWith('.') ? line : line + ".";
    }
}
