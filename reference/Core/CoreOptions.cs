namespace Conformance.Reference.Core;

/// <summary>How one instance of the core system (業務ID 019, a fictional 健康管理) is set up.</summary>
public sealed record CoreOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 lets the system pick a free one.</summary>
    public int Port { get; init; }

    /// <summary>ID of the seeded fault to carry (see <see cref="CoreFaults.All"/>); null for the sound system.</summary>
    public string? Fault { get; init; }

    /// <summary>ID of the permitted variant to show (see <see cref="CoreVariants.All"/>); null for the plain system.</summary>
    public string? Variant { get; init; }

    /// <summary>Base address of 住登外者宛名番号管理機能, without the path of a call.</summary>
    public required Uri Neighbour { get; init; }

    /// <summary>Token endpoint of the authorisation server (認証認可サーバ).</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>クライアントID: 32 alphanumeric characters.</summary>
    public required string ClientId { get; init; }

    /// <summary>クライアントシークレット: 32 characters or more; the key of the HS256 signature.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Bearer token that callers of /api present.</summary>
    public string ApiToken { get; init; } = "kenko-api-token";

    /// <summary>市区町村コード that goes with every record unless staff enter another (6 digits).</summary>
    public string MunicipalityCode { get; init; } = "131016";

    /// <summary>How long a call to the neighbour may take before staff are told that it does not answer.</summary>
    public TimeSpan NeighbourTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
