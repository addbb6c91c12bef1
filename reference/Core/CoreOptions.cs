namespace Conformance.Reference.Core;

/// <summary>How one instance of the core system (業務ID 019, a fictional 健康管理) is set up.</summary>
public sealed record CoreOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 lets the system pick a free one.</summary>
    public int Port { get; init; }

    /// <summary>IDs of the seeded faults to carry (see <see cref="CoreFaults.All"/>); none for the sound system.</summary>
    public IReadOnlySet<string> Faults { get; init; } = new HashSet<string>();

    /// <summary>IDs of the permitted variants to show (see <see cref="CoreVariants.All"/>); none for the plain system.</summary>
    public IReadOnlySet<string> Variants { get; init; } = new HashSet<string>();

    /// <summary>The only member of <see cref="Faults"/>, or null.</summary>
    public string? Fault
    {
        get => Faults.SingleOrDefault();
        init => Faults = One(value);
    }

    /// <summary>The only member of <see cref="Variants"/>, or null.</summary>
    public string? Variant
    {
        get => Variants.SingleOrDefault();
        init => Variants = One(value);
    }

    /// <summary>Base address of 住登外者宛名番号管理機能, without the path of a call.</summary>
    public required Uri Neighbour { get; init; }

    /// <summary>Token endpoint of the authorisation server (認証認可サーバ).</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>クライアントID: 32 alphanumeric characters.</summary>
    public required string ClientId { get; init; }

    /// <summary>クライアントシークレット: 32 characters or more; the key of the HS256 signature.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The token that callers of /api present where no other is set.</summary>
    public const string DefaultApiToken = "kenko-api-token";

    /// <summary>Bearer tokens of which callers of /api present one.</summary>
    public IReadOnlyList<string> ApiTokens { get; init; } = [DefaultApiToken];

    /// <summary>市区町村コード that goes with every record unless staff enter another (6 digits).</summary>
    public string MunicipalityCode { get; init; } = "131016";

    /// <summary>How long a call to the neighbour may take before staff are told that it does not answer.</summary>
    public TimeSpan NeighbourTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether the system shows that variant.</summary>
    internal bool Shows(string variant) => Variants.Contains(variant);

    private static HashSet<string> One(string? id) => id is null ? [] : [id];
}
