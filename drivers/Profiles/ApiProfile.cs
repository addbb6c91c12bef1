namespace Conformance.Drivers.Profiles;

/// <summary>How the product is called through its API.</summary>
public sealed record ApiProfile
{
    /// <summary>Absolute address; paths of exchanges are appended to it.</summary>
    public required LateText Base { get; init; }

    /// <summary>From the first byte sent to the last byte received.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public TlsProfile Tls { get; init; } = new();

    /// <summary>Past the proxy of the profile, where it has one (<c>proxy: none</c>).</summary>
    public bool Direct { get; init; }

    public required ApiAuth Auth { get; init; }

    /// <summary>Item name of the standard to the product's field name, for all exchanges.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();

    /// <summary>An item that is named here is read under that name alone, and not under the standard's too: set for an edition that runs beside another.</summary>
    public bool OwnNamesOnly { get; init; }

    /// <summary>Path of the product's own description (OpenAPI), relative to the base; null where it offers none.</summary>
    public string? OpenApi { get; init; }

    /// <summary>The <c>User-Agent</c> of every call; null: none is sent, as nothing asks for one.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Name of an exchange to how it is performed. Whatever is not here is not offered on this surface.</summary>
    public IReadOnlyDictionary<string, ApiExchange> Exchanges { get; init; } = new Dictionary<string, ApiExchange>();
}
