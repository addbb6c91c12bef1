using System.Diagnostics;

namespace Conformance.Gherkin.Tests;

/// <summary>The C# compiler of the SDK, as a program.</summary>
internal static class Compiler
{
    /// <summary>Path of the newest one beside the runtime; null where only the runtime is installed.</summary>
    public static string? Program => Found.Value;

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>Compiles sources into a library.</summary>
    /// <param name="references">Assemblies; those of the platform come by themselves.</param>
    /// <returns>Errors, one a line; empty when it compiles.</returns>
    public static async Task<string> CompileAsync(IEnumerable<string> sources, IEnumerable<string> references, string output, IEnumerable<string> defines)
    {
        var platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(platform))!, "Microsoft.AspNetCore.App", Path.GetFileName(platform));
        string[] lines =
        [
            "-nologo", "-target:library", "-nullable:enable", "-langversion:14", "-nowarn:CS1701,CS1702,CS8632", "-warn:0", $"-out:\"{output}\"",
            .. defines.Select(name => "-define:" + name),
            .. Directory.GetFiles(platform, "*.dll").Concat(Directory.Exists(web) ? Directory.GetFiles(web, "*.dll") : [])
                .Where(IsManaged).Concat(references).Select(path => $"-r:\"{path}\""),
            .. Generators().Select(path => $"-analyzer:\"{path}\""),
            .. sources.Select(path => $"\"{path}\""),
        ];
        var response = output + ".rsp";
        await File.WriteAllLinesAsync(response, lines);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Program!, "@" + response]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : await told + errors;
    }

    public static bool IsManaged(string path)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    // What a project gets by itself: regular expressions and the like are made by generators.
    private static string[] Generators()
    {
        var packs = Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref");
        var newest = Directory.Exists(packs) ? Directory.GetDirectories(packs, "10.*").Order(StringComparer.Ordinal).LastOrDefault() : null;
        var folder = newest is null ? null : Path.Combine(newest, "analyzers", "dotnet", "cs");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*Generator*.dll") : [];
    }

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static string? Find()
    {
        var sdks = Path.Combine(Root, "sdk");
        return Directory.Exists(sdks)
            ? Directory.GetDirectories(sdks).Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }
}
