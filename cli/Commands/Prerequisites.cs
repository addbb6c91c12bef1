using System.Diagnostics;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Cli.Commands;

/// <summary>
/// What screens need besides .NET: a browser, and Japanese fonts for the screenshots. On Debian and Ubuntu, as root, what is missing is installed;
/// elsewhere the user is told in one line what to install.
/// </summary>
internal static class Prerequisites
{
    private static readonly string[] FontFolders = ["/usr/share/fonts", "/usr/local/share/fonts"];
    private static readonly string[] FontNames = ["cjk", "japanese", "ipa", "takao", "vl-gothic", "vlgothic", "notosansjp", "notoserifjp", "mplus", "sazanami", "umeplus", "migu"];

    /// <summary>Installs what is missing where that can be done.</summary>
    /// <param name="root">Folder of the project, for the log.</param>
    /// <param name="quick">Also a browser that takes half the time, where there is a slower one.</param>
    /// <returns>What is missing still.</returns>
    /// <exception cref="BadInputException">CF5020: <c>CONFORMANCE_BROWSER</c> names no file.</exception>
    public static async Task<IReadOnlyList<Problem>> EnsureAsync(ProjectFolders root, bool quick, CancellationToken cancellationToken)
    {
        if (CanInstall)
        {
            var log = Path.Combine(root.Artifacts, "install.log");
            Directory.CreateDirectory(root.Artifacts);
            File.Delete(log);
            if (Packages() is { Count: > 0 } packages)
            {
                await InstallAsync(packages, update: true, log, cancellationToken);
            }

            // Older releases and Ubuntu have no such package, and do without.
            if (quick && !HasQuickBrowser && await AptAsync("/usr/bin/apt-cache", ["show", QuickBrowser], log, cancellationToken) == 0)
            {
                await InstallAsync([QuickBrowser], update: false, log, cancellationToken);
            }
        }

        return [.. HasBrowser ? [] : new[] { new Problem("CF6040", "browser", 0, 0, "No browser was found for the screens.", "Install Chromium, Chrome or Edge (Debian: apt-get install -y chromium fonts-noto-cjk), set CONFORMANCE_BROWSER to the executable, or run with --driver api.") },
            .. HasJapaneseFonts ? [] : new[] { new Problem("CF6043", "fonts", 0, 0, "No Japanese fonts were found: screenshots will show boxes.", "Install Noto Sans CJK (Debian: apt-get install -y fonts-noto-cjk).") }];
    }

    /// <summary>As <see cref="EnsureAsync"/>, for a command that cannot do without: a missing font is only told, a missing browser ends it.</summary>
    /// <exception cref="BadInputException">CF6040: there is no browser, and it could not be installed.</exception>
    public static async Task RequireAsync(ProjectFolders root, bool quick, CancellationToken cancellationToken)
    {
        var missing = await EnsureAsync(root, quick, cancellationToken);
        if (missing.Any(problem => problem.Code == "CF6040"))
        {
            throw new BadInputException(missing);
        }

        foreach (var problem in missing)
        {
            await Console.Error.WriteLineAsync(problem.ToString());
        }
    }

    private const string QuickBrowser = "chromium-headless-shell";

    private static List<string> Packages() => [.. HasBrowser ? [] : new[] { "chromium" }, .. HasJapaneseFonts ? [] : new[] { "fonts-noto-cjk" }];

    private static bool CanInstall => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");

    private static bool HasBrowser => BrowserFinder.Find() is not null || PlaywrightHasOne();

    private static bool HasQuickBrowser => BrowserFinder.Find() is { } found && (!BrowserFinder.ShowsWindow(found) || found == Environment.GetEnvironmentVariable("CONFORMANCE_BROWSER"));

    // Where Playwright keeps the browsers that its own installer fetched.
    private static bool PlaywrightHasOne()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] folders =
        [
            Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH"),
            Path.Combine(home, ".cache", "ms-playwright"),
            Path.Combine(home, "Library", "Caches", "ms-playwright"),
            Path.Combine(home, "AppData", "Local", "ms-playwright"),
        ];
        return folders.Any(folder => Directory.Exists(folder) && Directory.EnumerateDirectories(folder, "chromium-*").Any());
    }

    // Windows and macOS bring Japanese fonts along.
    internal static bool HasJapaneseFonts => !OperatingSystem.IsLinux() || FontFolders
        .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share", "fonts"))
        .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        .Any(file => FontNames.Any(name => file.Contains(name, StringComparison.OrdinalIgnoreCase)) && Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".TTC" or ".OTF" or ".OTC");

    private static async Task InstallAsync(IReadOnlyList<string> packages, bool update, string log, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"installing {string.Join(", ", packages)}…");
        if (update)
        {
            // A machine that never installed anything has no lists yet; where they cannot be fetched, the old ones may do.
            await AptAsync("/usr/bin/apt-get", ["update"], log, cancellationToken);
        }

        if (await AptAsync("/usr/bin/apt-get", ["install", "-y", "--no-install-recommends", .. packages], log, cancellationToken) != 0)
        {
            await Console.Error.WriteLineAsync($"apt-get could not install {string.Join(", ", packages)}; what it said is in {log}");
        }
    }

    private static async Task<int> AptAsync(string program, IReadOnlyList<string> arguments, string log, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        })!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await File.AppendAllTextAsync(log, await process.StandardOutput.ReadToEndAsync(cancellationToken) + await errors, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
