using System.Globalization;

namespace Conformance.Drivers.Ui;

/// <summary>What a Chromium with a window calls itself: without one it would say so, and a product could behave otherwise.</summary>
internal static class BrowserName
{
    /// <param name="version">Such as 142.0.7444.59; only its first number is told (User-Agent reduction).</param>
    public static string Of(string version) => string.Create(CultureInfo.InvariantCulture,
        $"Mozilla/5.0 ({(OperatingSystem.IsWindows() ? "Windows NT 10.0; Win64; x64" : OperatingSystem.IsMacOS() ? "Macintosh; Intel Mac OS X 10_15_7" : "X11; Linux x86_64")}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version.Split('.')[0]}.0.0.0 Safari/537.36");
}
