using System.Text.Json;

namespace Conformance.Cli.Tests;

/// <summary>Inputs of the tests, with every part defaulted.</summary>
internal static class Some
{
    /// <summary>The profile of the reference application, pointed elsewhere and impatient.</summary>
    public static string Profile(Uri target) =>
        File.ReadAllText(Path.Combine(ConformanceProgram.Home, "cli", "Demo", "031-kanri.profile.yaml"))
            .Replace("${target}", target.ToString(), StringComparison.Ordinal)
            .Replace("timeout: 30 s", "timeout: 1 s", StringComparison.Ordinal);

    public static JsonElement Result(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "result.json"))).RootElement;

    public static List<string> Verdicts(JsonElement run, string of) =>
        [.. run.GetProperty(of).EnumerateArray().Select(item => item.GetProperty("verdict").GetString()!)];
}
