using Conformance.Spec;
using Microsoft.Playwright;

namespace Conformance.Drivers.Ui;

/// <summary>
/// Finds a browser: <c>CONFORMANCE_BROWSER</c>, else an installed Chromium, Chrome or Edge, else Playwright's own.
/// Where nobody looks on, a Chromium without a window comes first: the others draw their window all the same, and take twice the time.
/// </summary>
public static class BrowserFinder
{
    private static readonly string[] Windowless = ["chromium-headless-shell", "chrome-headless-shell"];
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] Folders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    /// <summary>Path of the executable; null where nothing is installed (Playwright may still have its own).</summary>
    /// <exception cref="BadInputException">CF5020: <c>CONFORMANCE_BROWSER</c> names no file.</exception>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>Whether the browser at the path can show a window.</summary>
    public static bool ShowsWindow(string path) => !Path.GetFileName(path).Contains("headless", StringComparison.OrdinalIgnoreCase);

    /// <summary>The browser to start.</summary>
    /// <param name="shown">Somebody wants to see its window.</param>
    /// <exception cref="BadInputException">CF5020: there is none; says what to install.</exception>
    internal static string Require(IPlaywright playwright, bool shown) =>
        Find(Environment.GetEnvironmentVariable, File.Exists, shown) ?? (File.Exists(playwright.Chromium.ExecutablePath)
            ? playwright.Chromium.ExecutablePath
            : throw new BadInputException(new Problem(
                "CF5020", "CONFORMANCE_BROWSER", 0, 0, "No browser was found.",
                "Install Chromium, Chrome or Edge (Debian and Ubuntu: apt-get install chromium fonts-noto-cjk), or set CONFORMANCE_BROWSER to the executable.")));

    /// <param name="shown">Only a browser that can show its window.</param>
    internal static string? Find(Func<string, string?> environment, Func<string, bool> exists, bool shown = false)
    {
        if (environment("CONFORMANCE_BROWSER") is { Length: > 0 } named && (!shown || ShowsWindow(named)))
        {
            return exists(named) ? named : throw new BadInputException(new Problem(
                "CF5020", "CONFORMANCE_BROWSER", 0, 0, $"There is no browser at {named}.", "Set it to the executable of Chromium, Chrome or Edge, or unset it."));
        }

        var folders = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return (shown ? Names : [.. Windowless, .. Names]).SelectMany(n => folders.Select(f => Path.Combine(f, n + suffix))).Concat(Installed(environment)).FirstOrDefault(exists);
    }

    private static IEnumerable<string> Installed(Func<string, string?> environment)
    {
        if (OperatingSystem.IsMacOS())
        {
            yield return "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
            yield return "/Applications/Chromium.app/Contents/MacOS/Chromium";
            yield return "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
        }

        foreach (var folder in Folders.Select(environment).Where(f => !string.IsNullOrEmpty(f)))
        {
            yield return Path.Combine(folder!, "Google", "Chrome", "Application", "chrome.exe");
            yield return Path.Combine(folder!, "Chromium", "Application", "chrome.exe");
            yield return Path.Combine(folder!, "Microsoft", "Edge", "Application", "msedge.exe");
        }
    }
}
