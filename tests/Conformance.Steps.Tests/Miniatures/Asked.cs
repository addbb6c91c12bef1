namespace Conformance.Steps.Tests.Miniatures;

/// <summary>A request as a miniature got it.</summary>
internal sealed record Asked(string Path, string Body, string? Authorization)
{
    /// <summary>Header name to value.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string Method { get; init; } = "POST";

    /// <summary>付番, 受信 and 引継: what changes something that is stored.</summary>
    public bool Writes => Path.Contains("fuban", StringComparison.Ordinal) || Path.Contains("jushin", StringComparison.Ordinal) || Path.Contains("hikitsugi", StringComparison.Ordinal);
}

/// <summary>What it answers.</summary>
internal sealed record Answer(int Status, string Body, string ContentType = "application/json")
{
    /// <summary>A refusal in the form that 付番API仕様 fixes.</summary>
    public static Answer Refused(string code, string message) => new(400, $$$"""
        {"title":"リクエストパラメータが不正です。","detail":"エラーが発生しました。","_links":{"self":{"href":"/app_submit/v10/jutogaishaatenabangofuban"}},"errors":[{"code":"{{{code}}}","message":"{{{message}}}"}]}
        """);

    /// <summary>True where the line is cut instead.</summary>
    public bool Cut { get; init; }

    /// <summary>True where the answer never comes.</summary>
    public bool Never { get; init; }
}
