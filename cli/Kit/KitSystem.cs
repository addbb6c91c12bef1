namespace Conformance.Cli.Kit;

/// <summary>A kind of machine that a kit is made for, by its .NET runtime identifier.</summary>
/// <param name="Executable">What the name of a program ends with.</param>
/// <param name="Archive">What the name of the archive ends with.</param>
internal sealed record KitSystem(string Id, string Executable, string Archive)
{
    public static readonly IReadOnlyList<KitSystem> All = [new("linux-x64", "", ".tar.gz"), new("win-x64", ".exe", ".zip")];

    public string ArchiveName(string version) => $"conformance-{version}-{Id}{Archive}";

    public bool IsWindows => Executable.Length > 0;

    /// <summary>The one that this program runs on; null for any other.</summary>
    public static KitSystem? Here => All.FirstOrDefault(system => system.Id == System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier)
        ?? (OperatingSystem.IsLinux() && Environment.Is64BitProcess ? All[0] : OperatingSystem.IsWindows() ? All[1] : null);
}
