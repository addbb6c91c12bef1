using System.Reflection;
using System.Runtime.Loader;

namespace Conformance.Cli.Commands;

/// <summary>The ReportGenerator that is shipped beside this program. It runs inside of it: where .NET is not installed, nothing else could start it.</summary>
internal static class ReportGenerator
{
    /// <summary>Renders Cobertura files as pages in <c>html/</c> of a folder.</summary>
    /// <param name="reports">One file, or a pattern of files.</param>
    /// <param name="more">Further arguments of ReportGenerator.</param>
    /// <returns>The first page; where it failed, a sentence that says so.</returns>
    public static string Render(string reports, string target, string title, IReadOnlyList<string> more)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "reportgenerator", "ReportGenerator.dll");
        string[] arguments = [$"-reports:{reports}", $"-targetdir:{Path.Combine(target, "html")}", "-reporttypes:Html;TextSummary", $"-title:{title}", "-verbosity:Error", .. more];
        try
        {
            var program = new ToolContext(tool).LoadFromAssemblyPath(tool);
            return program.EntryPoint?.Invoke(null, [arguments]) is 0
                ? Path.Combine(target, "html", "index.html")
                : $"ReportGenerator failed; cobertura.xml is complete: {reports}";
        }
        catch (Exception e) when (e is TargetInvocationException or IOException or BadImageFormatException)
        {
            return $"ReportGenerator failed: {(e.InnerException ?? e).Message}";
        }
    }

    // Its own versions of libraries, whatever this program uses.
    private sealed class ToolContext(string tool) : AssemblyLoadContext("ReportGenerator")
    {
        private readonly AssemblyDependencyResolver resolver = new(tool);

        protected override Assembly? Load(AssemblyName assemblyName) => resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
