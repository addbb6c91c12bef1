using Microsoft.Playwright;

namespace Conformance.Drivers.Ui;

/// <summary>What a browser is started with beside what every one is.</summary>
/// <param name="Proxy">Null for none, whatever the machine says.</param>
internal sealed record BrowserStart(IReadOnlyList<string> Arguments, Proxy? Proxy)
{
    /// <summary>A person sees it.</summary>
    public bool Shown { get; init; }
}
