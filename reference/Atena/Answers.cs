using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Reference.Atena;

/// <summary>Writes the answers of the interface: 200, 400, 401 and 503, each in the shape that the document gives.</summary>
internal sealed class Answers(Behaviour behaviour)
{
    private const string Json = "application/json;charset=UTF-8";

    // The answers are JSON and nothing else, so only what JSON itself needs is escaped.
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>200 with metadata, _links and result.</summary>
    public Task SucceedAsync(HttpContext http, Interface asked, JsonArray result)
    {
        var numbering = asked == Interface.Numbering;
        var metadata = new JsonObject
        {
            ["title"] = asked.Title,
            ["detail"] = numbering && behaviour.Shows(AtenaFaults.AnswerDetail) ? "登録しました。" : asked.Done,
        };
        var body = new JsonObject { ["metadata"] = metadata, ["_links"] = Self(asked), ["result"] = result };
        if (behaviour.Varies(AtenaVariants.ExtraMembers))
        {
            metadata["version"] = "1.4.2";
            body["count"] = result.Count;
            foreach (var line in result.OfType<JsonObject>())
            {
                line["kanrijoho"] = new JsonObject { ["hanbetsu"] = "atena" };
            }
        }

        return WriteAsync(http, StatusCodes.Status200OK, body, numbering && behaviour.Shows(AtenaFaults.AnswerContentType) ? "text/plain;charset=UTF-8" : Json);
    }

    /// <summary>400 with errors.</summary>
    public Task RefuseAsync(HttpContext http, Interface asked, IEnumerable<Refusal> refusals)
    {
        var errors = new JsonArray([.. refusals.Select(refusal => new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message })]);
        var body = Failure(asked, "エラーが発生しました。");
        body["errors"] = asked == Interface.Numbering && behaviour.Shows(AtenaFaults.ErrorsAsObject) ? errors[0]!.DeepClone() : errors;
        return WriteAsync(http, StatusCodes.Status400BadRequest, body, Json);
    }

    /// <summary>401.</summary>
    public static Task TurnAwayAsync(HttpContext http, Interface asked)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return WriteAsync(http, StatusCodes.Status401Unauthorized, Failure(asked, "アクセストークンが無効です。"), Json);
    }

    /// <summary>503 in JSON, for what nobody expected.</summary>
    public static Task BreakAsync(HttpContext http, Interface asked) =>
        WriteAsync(http, StatusCodes.Status503ServiceUnavailable, Failure(asked, "想定外のエラーが発生しました。"), Json);

    /// <summary>503 during maintenance, which is not JSON.</summary>
    public Task PauseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "60";
        var html = behaviour.Varies(AtenaVariants.HtmlInMaintenance);
        http.Response.ContentType = html ? "text/html;charset=UTF-8" : "text/plain;charset=UTF-8";
        return http.Response.WriteAsync(
            html
                ? "<!doctype html><html lang=\"ja\"><head><title>メンテナンス中</title></head><body><h1>メンテナンス中です</h1></body></html>"
                : "メンテナンス中です。",
            http.RequestAborted);
    }

    private static JsonObject Failure(Interface asked, string detail) =>
        new() { ["title"] = asked.Title, ["detail"] = detail, ["_links"] = Self(asked) };

    private static JsonObject Self(Interface asked) => new() { ["self"] = new JsonObject { ["href"] = asked.Path } };

    private static Task WriteAsync(HttpContext http, int status, JsonObject body, string type)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body.ToJsonString(Writing), http.RequestAborted);
    }
}
