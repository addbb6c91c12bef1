namespace Conformance.Mocks;

/// <summary>
/// One request that a neighbour of the target received, with the answer that was decided for it. The entry is in the journal before
/// the first byte of the answer leaves. Tokens, secrets and assertions are redacted before the entry is made.
/// </summary>
/// <remarks>Immutable; a claim replaces the entry by a copy. Compare entries by <see cref="Sequence"/>.</remarks>
public sealed record JournalEntry
{
    private static readonly IReadOnlyDictionary<string, string?> Nothing = new Dictionary<string, string?>();

    /// <summary>1, 2, 3 … in the order in which a neighbour's requests took effect; without gaps.</summary>
    public long Sequence { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Who was asked: 住登外者宛名番号管理機能, 認可サーバー; empty where nobody answers at the path.</summary>
    public required string Neighbour { get; init; }

    /// <summary>What was asked: one of <see cref="AtenaOperations"/> or <see cref="OAuthOperations"/>; 不明 where it cannot be told.</summary>
    public required string Operation { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query as sent.</summary>
    public required string Path { get; init; }

    /// <summary>Header name to value; several values joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Headers that came more than once, value by value, without secrets; null where none did.</summary>
    public IReadOnlyDictionary<string, string[]>? Repeated { get; init; }

    /// <summary>Address of who called, without the port.</summary>
    public string Caller { get; init; } = "";

    /// <summary>http or https.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>The body as text (UTF-8), as it came.</summary>
    public required string Body { get; init; }

    /// <summary>The client that the access token was issued to; null without a token that this server issued.</summary>
    public string? Client { get; init; }

    /// <summary>Item name as the standard prints it (氏名, 生年月日, …) to value as text; null where the target sent null. A member that the
    /// standard does not know keeps its own name.</summary>
    public IReadOnlyDictionary<string, string?> Items { get; init; } = Nothing;

    /// <summary>Whom or what the request is about, as the neighbour knows it and the request does not say: the applicant behind a 受付番号 in the path.
    /// Item name to value, as in <see cref="Items"/>.</summary>
    public IReadOnlyDictionary<string, string?> Subject { get; init; } = Nothing;

    /// <summary>Conditions of a 照会, in the order sent.</summary>
    public IReadOnlyList<RequestedCondition> Conditions { get; init; } = [];

    /// <summary>Why the request was refused, one reason each, with the error code first; empty for an accepted request.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What was odd and is forbidden by no official text, so that the request was accepted all the same.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>HTTP status of the answer; null where the connection was reset instead.</summary>
    public int? ResponseStatus { get; init; }

    /// <summary>Body of the answer; empty where there is none.</summary>
    public string ResponseBody { get; init; } = "";

    /// <summary>True where an answer prepared by a scenario was given.</summary>
    public bool Prepared { get; init; }

    /// <summary>ID of the stub mapping that answered; null where a neighbour or nobody did.</summary>
    public Guid? Stub { get; init; }

    /// <summary>True where neither a stub nor a neighbour answered.</summary>
    public bool Unmatched { get; init; }

    /// <summary>True once somebody removed it over <c>/__admin/requests</c>. It is not shown there any more; as evidence it stays.</summary>
    public bool Removed { get; init; }

    /// <summary>The injected fault in words; null without one.</summary>
    public string? Fault { get; init; }

    /// <summary>A bug of the neighbour while it answered (it answered 500 then); null otherwise. Says nothing about the target.</summary>
    public string? Failure { get; init; }

    /// <summary>False for requests that belong to no scenario by nature: tokens, introspection, discovery.</summary>
    public bool Claimable { get; init; } = true;

    /// <summary>The scenario that this request belongs to; null until one claims it.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>True where the request carries the item with this value, as an item or as a condition, or is about who has it. Full and half width of ASCII and of
    /// the space count as the same, since screens may widen what staff type.</summary>
    public bool Mentions(string item, string value) => RequestContent.Mentions(Items, Subject, Conditions, item, value);

    /// <summary><see cref="Mentions(string, string)"/> for all of <paramref name="items"/>; false where there are none.</summary>
    public bool MentionsAll(IReadOnlyDictionary<string, string> items) => RequestContent.MentionsAll(Items, Subject, Conditions, items);

    /// <summary>Characters that the entry holds, to bound the journal by.</summary>
    internal long Size => Body.Length + ResponseBody.Length + Path.Length + Headers.Sum(header => header.Key.Length + header.Value.Length)
        + Items.Sum(item => item.Key.Length + (item.Value?.Length ?? 0)) + Subject.Sum(item => item.Key.Length + (item.Value?.Length ?? 0));
}
