namespace Conformance.Drivers.Profiles;

/// <summary>How the product is operated through its screens.</summary>
public sealed record UiProfile
{
    /// <summary>Absolute address of the screen from which the menu is reached.</summary>
    public required LateText Base { get; init; }

    public TlsProfile Tls { get; init; } = new();

    /// <summary>Null where the screens ask for no login.</summary>
    public UiLogin? Login { get; init; }

    /// <summary>Who operates; at least one where there is a login. Each has sessions of its own.</summary>
    public IReadOnlyList<UiOperator> Operators { get; init; } = [];

    /// <summary>How many of them one scenario has: where accounts were borrowed there may be several sets, one after the other.</summary>
    public int OperatorsOfOne { get; init; }

    /// <summary>An account never has two windows.</summary>
    public bool OneSession { get; init; }

    /// <summary>A crawl may submit forms that hold nothing to fill in.</summary>
    public bool CrawlsMenus { get; init; }

    /// <summary>Item name to its label, for all exchanges; null where the item is on no screen.</summary>
    public IReadOnlyDictionary<string, string?> Items { get; init; } = new Dictionary<string, string?>();

    /// <summary>Item name to how its value is shown and typed, for all exchanges.</summary>
    public IReadOnlyDictionary<string, ShownAs> As { get; init; } = new Dictionary<string, ShownAs>();

    public UiTimeouts Timeouts { get; init; } = new();

    /// <summary>Whether the browser's own recording is kept of scenarios that fail.</summary>
    public TraceChoice Trace { get; init; }

    /// <summary>What the browser calls itself; null: what one with a window calls itself.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Name of an exchange to how it is performed. Whatever is not here is not offered on this surface.</summary>
    public IReadOnlyDictionary<string, UiExchange> Exchanges { get; init; } = new Dictionary<string, UiExchange>();
}

/// <summary>Patience with screens.</summary>
public sealed record UiTimeouts
{
    /// <summary>A page, from the request to its last resource.</summary>
    public TimeSpan Page { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Something on a loaded page that is expected to appear.</summary>
    public TimeSpan Action { get; init; } = TimeSpan.FromSeconds(5);
}
