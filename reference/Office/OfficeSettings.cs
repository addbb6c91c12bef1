using System.Globalization;

namespace Conformance.Reference.Office;

/// <summary>Where the neighbours are and how the application authenticates to them. A neighbour that is not given is not called.</summary>
internal sealed record OfficeSettings
{
    public const string DefaultApiToken = "office-api-token";

    /// <summary>Options of the launcher, by name.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "mynaportal", "koza", "jumin", "object-store", "object-store-key", "object-store-secret", "bucket", "token-endpoint", "client-id", "client-secret",
        "interval", "lift", "older-edition",
    ];

    public Uri? Mynaportal { get; init; }

    public Uri? Koza { get; init; }

    public Uri? Jumin { get; init; }

    /// <summary>Address of an S3 interface, or a folder.</summary>
    public string? ObjectStore { get; init; }

    public string ObjectStoreKey { get; init; } = "office";

    public string ObjectStoreSecret { get; init; } = "office-secret";

    public string Bucket { get; init; } = "renkei";

    /// <summary>Null: calls to the neighbours bear no token.</summary>
    public Uri? TokenEndpoint { get; init; }

    public string ClientId { get; init; } = "office00office00office00office00";

    public string ClientSecret { get; init; } = "office-secret-office-secret-office-secret";

    public IReadOnlyList<string> ApiTokens { get; init; } = [DefaultApiToken];

    /// <summary>Between two rounds to the neighbours.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a 一時解除 lasts where nothing else is said.</summary>
    public TimeSpan Lift { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How the older edition of the interface is served beside the newer one; null: not at all.</summary>
    public string? OlderEdition { get; init; }

    /// <exception cref="ArgumentException">An address or a time that cannot be read.</exception>
    public static OfficeSettings Of(LaunchOptions options) => new()
    {
        Mynaportal = Address(options, "mynaportal"),
        Koza = Address(options, "koza"),
        Jumin = Address(options, "jumin"),
        ObjectStore = options.Setting("object-store"),
        ObjectStoreKey = options.Setting("object-store-key") ?? "office",
        ObjectStoreSecret = options.Setting("object-store-secret") ?? "office-secret",
        Bucket = options.Setting("bucket") ?? "renkei",
        TokenEndpoint = Address(options, "token-endpoint"),
        ClientId = options.Setting("client-id") ?? "office00office00office00office00",
        ClientSecret = options.Setting("client-secret") ?? "office-secret-office-secret-office-secret",
        ApiTokens = options.Tokens is { Count: > 0 } tokens ? tokens : [DefaultApiToken],
        Interval = Time(options, "interval", TimeSpan.FromSeconds(1)),
        OlderEdition = options.Setting("older-edition") is { } older ? OlderEditions.Contains(older) ? older : throw new ArgumentException($"--older-edition must be one of {string.Join(", ", OlderEditions)}, not '{older}'") : null,
        Lift = Time(options, "lift", TimeSpan.FromSeconds(60)),
    };

    private static readonly string[] OlderEditions = ["served", "new-layout", "own-ledger"];

    private static Uri? Address(LaunchOptions options, string name) => options.Setting(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new ArgumentException($"--{name} must be an http or https address, not '{text}'");

    // 200ms, 2s, 1.5s or a plain number of seconds.
    private static TimeSpan Time(LaunchOptions options, string name, TimeSpan otherwise)
    {
        if (options.Setting(name) is not { } text)
        {
            return otherwise;
        }

        var milliseconds = text.EndsWith("ms", StringComparison.Ordinal);
        var number = text.TrimEnd('m', 's');
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0
            ? TimeSpan.FromMilliseconds(milliseconds ? value : value * 1000)
            : throw new ArgumentException($"--{name} must be a time such as 200ms or 2s, not '{text}'");
    }
}
