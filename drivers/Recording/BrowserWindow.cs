using System.Globalization;

namespace Conformance.Drivers.Recording;

/// <summary>A browser in which somebody works.</summary>
/// <param name="Port">Port of this machine on which another program works it (DevTools protocol), and nobody sees it; null: a window for a person.</param>
public sealed record BrowserWindow(int? Port)
{
    internal IReadOnlyList<string> Arguments => Port is { } port ? [string.Create(CultureInfo.InvariantCulture, $"--remote-debugging-port={port}"), "--remote-debugging-address=127.0.0.1"] : [];
}
