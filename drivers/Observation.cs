namespace Conformance.Drivers;

/// <summary>What was seen when a <see cref="FunctionCall"/> was performed, the same for the API and for screens.</summary>
public sealed record Observation
{
    public required Outcome Outcome { get; init; }

    /// <summary>Answered records: item name as the standard prints it, to value as text (null where the product says null).
    /// An accepted write has the items of its answer as one record.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Records { get; init; } = [];

    /// <summary>True where the profile does not say what is read after the exchange: that there are no records then means nothing.</summary>
    public bool Unread { get; init; }

    /// <summary>Documents that were answered; empty where the answer is of records.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Files that were put out and fetched (データ出力); whoever gets the observation disposes them.</summary>
    public IReadOnlyList<PutOutFile> Files { get; init; } = [];

    /// <summary>Errors of a refusal: code where the product gives one (null on screens without codes), and message.</summary>
    public IReadOnlyList<RefusalError> Errors { get; init; } = [];

    /// <summary>HTTP status; null on screens.</summary>
    public int? Status { get; init; }

    /// <summary>Deviations of the answer from the schema that the standard fixes for it; empty where there is none.</summary>
    public IReadOnlyList<string> SchemaErrors { get; init; } = [];

    /// <summary>The exchanges behind the observation, oldest first: requests and responses, or screens. Already redacted.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}

/// <summary>How the target took a call.</summary>
public enum Outcome
{
    /// <summary>Done as asked.</summary>
    Accepted,

    /// <summary>Refused with errors: the target says that the input is not acceptable (4xx, an alert on the screen).</summary>
    Refused,

    /// <summary>Refused for want of a valid credential (401, the login screen).</summary>
    Unauthorised,

    /// <summary>The target says that it failed itself (5xx).</summary>
    Failed,

    /// <summary>The profile maps the function to nothing on this surface.</summary>
    NotOffered,
}

/// <param name="Code">Error code, such as E0001; null where the surface shows none.</param>
public sealed record RefusalError(string? Code, string Message);
