namespace Conformance.Mocks;

/// <summary>
/// How a target lays out one call to the 住登外者宛名番号管理機能. Only 付番 has an official layout, so for the rest a product has one of
/// its own, and its profile says so (<c>neighbours:</c>). Members are named by plain paths: <c>name</c>, <c>person.name</c>.
/// </summary>
public sealed record AtenaLayout
{
    /// <summary>One of <see cref="AtenaOperations"/>, but neither 付番 nor 受信.</summary>
    public required string Operation { get; init; }

    /// <summary>GET, POST, PUT, PATCH or DELETE. With GET and DELETE the items come in the query.</summary>
    public required string Method { get; init; }

    /// <summary>Path at which the target calls; <c>{宛名番号}</c> stands for the value of an item.</summary>
    public required string Path { get; init; }

    /// <summary>The scope that a token must have; null: any scope of 031 does.</summary>
    public string? Scope { get; init; }

    /// <summary>Member to value, where several calls share method and path.</summary>
    public IReadOnlyDictionary<string, string> When { get; init; } = new Dictionary<string, string>();

    /// <summary>Item name to member, in requests and answers. What is not listed has its ローマ字.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();

    /// <summary>Of a 照会.</summary>
    public AtenaConditionLayout Conditions { get; init; } = new();

    public AtenaAnswerLayout Answer { get; init; } = new();

    public AtenaRefusalLayout Refused { get; init; } = new();

    /// <summary>Where it is described, for problems.</summary>
    public string File { get; init; } = "mocks";

    public int Line { get; init; }

    public int Column { get; init; }
}

/// <summary>How a request carries its conditions.</summary>
public sealed record AtenaConditionLayout
{
    /// <summary>Member that holds their list; null where each is a member (or a parameter) of its own.</summary>
    public string? In { get; init; }

    public string Item { get; init; } = "komoku";

    public string Value { get; init; } = "chi";

    /// <summary>Member for the kind of match; null where all are exact.</summary>
    public string? Match { get; init; }

    public string Exact { get; init; } = "kanzen";

    public string Partial { get; init; } = "bubun";
}

/// <summary>How a success is answered.</summary>
public sealed record AtenaAnswerLayout
{
    /// <summary>Member that holds the list of records, empty where the list is the whole answer; null: the envelope of the 付番 interface.</summary>
    public string? Records { get; init; }

    /// <summary>Further members, with their values.</summary>
    public IReadOnlyDictionary<string, string> With { get; init; } = new Dictionary<string, string>();

    /// <summary>Item name to member of a record, where it is not that of the request.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a refusal is answered.</summary>
public sealed record AtenaRefusalLayout
{
    public int Status { get; init; } = 400;

    /// <summary>Member that holds the list of errors; null: the envelope of the 付番 interface.</summary>
    public string? Errors { get; init; }

    public string Code { get; init; } = "code";

    public string Message { get; init; } = "message";
}
