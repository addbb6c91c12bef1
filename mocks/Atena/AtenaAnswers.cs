using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>Answers in the shapes of the sheet レスポンス_API仕様 (付番API仕様 2.0版).</summary>
internal static class AtenaAnswers
{
    private const string ContentType = "application/json;charset=UTF-8";

    public static MockAnswer Done(AtenaCall call, IEnumerable<JsonObject> result, IReadOnlyList<string> remarks) =>
        Json(200, new JsonObject
        {
            ["metadata"] = new JsonObject { ["title"] = call.Title, ["detail"] = call.Done },
            ["_links"] = Links(call),
            ["result"] = new JsonArray([.. result]),
        }) with { Remarks = remarks };

    public static MockAnswer Refused(AtenaCall call, IReadOnlyList<AtenaError> errors, IReadOnlyList<string> remarks) =>
        Json(400, Failure(call, "エラーが発生しました。", new JsonArray(
            [.. errors.Select(error => new JsonObject { ["code"] = error.Code, ["message"] = error.Message })]))) with
        {
            Reasons = [.. errors.Select(error => error.ToString())],
            Remarks = remarks,
        };

    public static MockAnswer Unauthorised(AtenaCall call, string reason) =>
        Json(401, Failure(call, "アクセストークンが無効です。", null)) with
        {
            Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer error=\"invalid_token\"" },
            Reasons = [reason],
        };

    /// <summary>The text describes no answer for a wrong scope; this is RFC 6750 section 3.1 in the shape of a 401.</summary>
    public static MockAnswer OutOfScope(AtenaCall call, string reason) =>
        Json(403, Failure(call, "アクセストークンが無効です。", null)) with
        {
            Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer error=\"insufficient_scope\"" },
            Reasons = [reason],
        };

    public static MockAnswer MethodNotAllowed() => new(405, "text/plain; charset=UTF-8", "POST")
    {
        Headers = new Dictionary<string, string> { ["Allow"] = "POST" },
        Reasons = ["Only POST is defined (API概要)."],
    };

    public static JsonObject Members(string number, IEnumerable<KeyValuePair<string, string>> members, int serial)
    {
        var json = new JsonObject { [AtenaItems.NumberMember] = number };
        foreach (var (member, value) in members)
        {
            json[member] = value;
        }

        json["rirekibango"] = serial;
        return json;
    }

    private static JsonObject Failure(AtenaCall call, string detail, JsonArray? errors)
    {
        var json = new JsonObject { ["title"] = call.Title, ["detail"] = detail, ["_links"] = Links(call) };
        if (errors is not null)
        {
            json["errors"] = errors;
        }

        return json;
    }

    private static JsonObject Links(AtenaCall call) => new() { ["self"] = new JsonObject { ["href"] = call.Path } };

    private static MockAnswer Json(int status, JsonObject body) => new(status, ContentType, body.ToJsonString(JournalJson.Options));
}
