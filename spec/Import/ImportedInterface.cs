namespace Conformance.Spec.Import;

/// <summary>An interface as an API specification describes it.</summary>
public sealed record ImportedInterface
{
    public required string Title { get; init; }

    /// <summary>Such as <c>2.0</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>As on the cover, e.g. 令和5年3月.</summary>
    public required string Issued { get; init; }

    /// <summary>Such as <c>app_submit/v10/jutogaishaatenabangofuban</c>.</summary>
    public required string CallName { get; init; }

    /// <summary>操作種類: Create, Read, …</summary>
    public required string Operation { get; init; }

    public string RequestId { get; init; } = "";

    /// <summary>Three digits, the first part of the scope; empty where unknown.</summary>
    public string BusinessId { get; init; } = "";

    public string Method { get; init; } = "POST";

    /// <summary>Facts of the running text: 1.1, 1.2, client_secret_jwt, …</summary>
    public IReadOnlyList<(string Key, string Value)> Transport { get; init; } = [];

    /// <summary>Seconds after which a call times out; 0 where the text gives none.</summary>
    public int TimeoutSeconds { get; init; }

    public required IReadOnlyList<ImportedField> Request { get; init; }

    public required IReadOnlyList<ImportedResponse> Responses { get; init; }

    public required IReadOnlyList<ImportedError> Errors { get; init; }

    public required string Source { get; init; }
}

/// <param name="Status">HTTP status.</param>
/// <param name="Id">レスポンスID.</param>
public sealed record ImportedResponse(int Status, string Id, string ContentType, ImportedField Body, string Source);

/// <param name="Message">With 【項目名】 in the place of the item's name.</param>
/// <param name="Remarks">In our words.</param>
public sealed record ImportedError(string Code, string Name, string Message, string Remarks, string Source);
