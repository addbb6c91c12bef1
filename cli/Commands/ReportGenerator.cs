using Conformance.Cli.Commands.Testing;

namespace Conformance.Cli.Commands;

/// <summary>The ReportGenerator that is shipped beside this program.</summary>
internal static class ReportGenerator
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    /// <summary>Renders Cobertura files as pages in <c>html/</c> of a folder.</summary>
    /// <param name="reports">One file, or a pattern of files.</param>
    /// <param name="more">Further arguments of ReportGenerator.</param>
    /// <returns>The first page; where it failed, a sentence with the file that tells why.</returns>
    public static async Task<string> RenderAsync(string reports, string target, string title, IReadOnlyList<string> more, CancellationToken cancellationToken)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "reportgenerator", "ReportGenerator.dll");
        var log = Path.Combine(target, "reportgenerator.log");
        var (code, finished) = await DotnetProcess.RunAsync(
            [tool, $"-reports:{reports}", $"-targetdir:{Path.Combine(target, "html")}", "-reporttypes:Html;TextSummary", $"-title:{title}", "-verbosity:Warning", .. more], log, Deadline, cancellationToken);
        return finished && code == 0 ? Path.Combine(target, "html", "index.html") : $"ReportGenerator failed; what it said is in {log}";
    }
}
