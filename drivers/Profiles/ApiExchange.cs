using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Profiles;

/// <summary>How one exchange is performed through the API.</summary>
public sealed record ApiExchange
{
    public required string Name { get; init; }

    public required SourcePosition At { get; init; }

    /// <summary>The interface is the one that the standard fixes; the members below that are not given come from it.</summary>
    public bool Standard { get; init; }

    /// <summary>GET, POST, PUT, PATCH or DELETE; null where the standard's interface gives it.</summary>
    public string? Method { get; init; }

    /// <summary>Relative to the base; <c>{宛名番号}</c> is replaced by the item's value.</summary>
    public string? Path { get; init; }

    public IReadOnlyDictionary<string, LateText> Headers { get; init; } = new Dictionary<string, LateText>();

    public string? Scope { get; init; }

    /// <summary>Members that are added to the body; values may hold <c>${item:名}</c> and <c>${business}</c>.</summary>
    public JObject? With { get; init; }

    /// <summary>The whole body; may hold <c>${items}</c>, <c>${item:名}</c>, <c>${conditions}</c> and <c>${business}</c>. Null: all
    /// items of the call under their field names.</summary>
    public JToken? Body { get; init; }

    public ConditionLayout? Conditions { get; init; }

    /// <summary>Item name to field name, for this exchange.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();

    public ApiRead Read { get; init; } = new();

    /// <summary>Where the files are that the exchange puts out: a path with items of each answered record in braces, one file per record, fetched with GET; or <see cref="FilesInAnswer"/>.
    /// Null: it puts out none.</summary>
    public string? Files { get; init; }

    public ApiRefusal Refused { get; init; } = new();

    /// <summary>In place of a path: the answer itself is the file.</summary>
    public const string FilesInAnswer = "answer";
}

/// <summary>Where the outputs are in an answer.</summary>
public sealed record ApiRead
{
    /// <summary>JSONPath of the records; null for the standard's, or <c>$.result[*]</c>.</summary>
    public string? Records { get; init; }

    /// <summary>Item name to the field of a record, or to a JSONPath from the root (<c>$…</c>). What is not listed is read under the
    /// name by which it is sent.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a refusal looks.</summary>
public sealed record ApiRefusal
{
    /// <summary>HTTP statuses; empty for every 4xx but 401.</summary>
    public IReadOnlyList<int> Status { get; init; } = [];

    /// <summary>JSONPath of the errors.</summary>
    public string Errors { get; init; } = "$.errors[*]";

    /// <summary>Member of an error that holds its code.</summary>
    public string Code { get; init; } = "code";

    /// <summary>Member of an error that holds its message.</summary>
    public string Message { get; init; } = "message";
}
