using System.Globalization;
using Microsoft.Playwright;

namespace Conformance.Drivers.Ui;

/// <summary>What a Chromium with a window calls itself: without one it would say so, and a product could behave otherwise.</summary>
internal static class BrowserName
{
    // Chromium's own list of brands holds a changing nonsense name too, which nobody may rest on.
    private const string Brands = """
        if (navigator.userAgentData) {
          const plain = brands => brands.filter(({brand}) => !brand.includes('Headless'));
          const type = Object.getPrototypeOf(navigator.userAgentData);
          const own = Object.getOwnPropertyDescriptor(type, 'brands').get;
          const asked = type.getHighEntropyValues;
          Object.defineProperty(type, 'brands', {get() { return plain(own.call(this)); }, enumerable: true, configurable: true});
          type.getHighEntropyValues = async function getHighEntropyValues(hints) {
            const told = await asked.call(this, hints);
            for (const list of ['brands', 'fullVersionList']) if (told[list]) told[list] = plain(told[list]);
            return told;
          };
        }
        """;

    /// <param name="version">Such as 142.0.7444.59; only its first number is told (User-Agent reduction).</param>
    public static string Of(string version) => string.Create(CultureInfo.InvariantCulture,
        $"Mozilla/5.0 ({(OperatingSystem.IsWindows() ? "Windows NT 10.0; Win64; x64" : OperatingSystem.IsMacOS() ? "Macintosh; Intel Mac OS X 10_15_7" : "X11; Linux x86_64")}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version.Split('.')[0]}.0.0.0 Safari/537.36");

    /// <summary>Whether the browser has no window, not even one that is kept from sight; such a one names itself so in its brands too.</summary>
    public static async Task<bool> IsWindowlessAsync(IBrowser browser)
    {
        var devtools = await browser.NewBrowserCDPSessionAsync().ConfigureAwait(false);
        var told = await devtools.SendAsync("Browser.getVersion").ConfigureAwait(false);
        await devtools.DetachAsync().ConfigureAwait(false);
        return told?.GetProperty("product").GetString()?.StartsWith("Headless", StringComparison.OrdinalIgnoreCase) ?? false;
    }

    /// <summary>Header with the brands, as <see cref="HideAsync"/> leaves them.</summary>
    public static KeyValuePair<string, string> BrandsHeader(string version) => new("sec-ch-ua", $"\"Chromium\";v=\"{version.Split('.')[0]}\"");

    /// <summary>Takes out of the brands, as scripts read them, what tells of no window.</summary>
    public static Task HideAsync(IBrowserContext context) => context.AddInitScriptAsync(Brands);
}
