using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>Answers in the form that the illustrative interfaces share.</summary>
internal static class RestAnswers
{
    private const string JsonType = "application/json;charset=UTF-8";

    public static MockAnswer Json(int status, JsonNode body) => new(status, JsonType, body.ToJsonString(JournalJson.Options));

    public static MockAnswer Refuse(int status, string code, string message) => Refuse(status, [(code, message)]);

    public static MockAnswer Refuse(int status, IReadOnlyList<(string Code, string Message)> errors) => Json(status, new JsonObject
    {
        ["errors"] = new JsonArray([.. errors.Select(error => new JsonObject { ["code"] = error.Code, ["message"] = error.Message })]),
    }) with
    { Reasons = [.. errors.Select(error => $"{error.Code}: {error.Message}")] };

    public static MockAnswer NotFound(string what) => Refuse(404, "E0404", $"{what}はありません。");

    public static MockAnswer MethodNotAllowed(string allowed) => Refuse(405, "E0405", $"ここでは {allowed} だけが使えます。") with
    { Headers = new Dictionary<string, string> { ["Allow"] = allowed } };

    public static MockAnswer Down(TimeSpan again, string message) => Refuse(503, "E0503", message) with
    { Headers = new Dictionary<string, string> { ["Retry-After"] = ((long)again.TotalSeconds).ToString(CultureInfo.InvariantCulture) } };

    /// <summary>ISO 8601 with the offset of Japan, to the second.</summary>
    public static string Text(DateTimeOffset time) => JapanTime.Of(time).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
