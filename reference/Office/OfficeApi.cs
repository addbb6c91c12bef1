using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Core;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>/api over HTTP. 200 {result:[…]}; 400, 401, 403 and 503 {errors:[{code, message}]}.</summary>
internal sealed class OfficeApi(Desk desk, Counter counter, IReadOnlyList<Operation> operations)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var operation in operations)
        {
            routes.MapPost($"/api/{operation.Path}", Answering.With(context => AnswerAsync(context, operation)));
            if (operation.Inquiry)
            {
                routes.MapGet($"/api/{operation.Path}", Answering.With(context => AnswerAsync(context, operation)));
            }
        }

        routes.MapGet("/api/chohyo/{number}", Answering.With(Document));
        routes.MapGet("/health", () => "ok");
    }

    /// <summary>Maps the same work as an older edition of the interface lays it out.</summary>
    public void Map(IEndpointRouteBuilder routes, OlderEdition older)
    {
        foreach (var operation in older.Own ?? operations)
        {
            routes.MapPost($"{older.Prefix}/api/{operation.Path}", Answering.With(context => AnswerAsync(context, operation, older)));
        }

        routes.MapGet($"{older.Prefix}/api/chohyo/{{number}}", Answering.With(Document));
    }

    private Task<IResult> Document(HttpContext context) => Task.FromResult(!Authorised(context) ? Unauthorised(context)
        : desk.Issued.Pdf($"{context.Request.RouteValues["number"]}") is { } pdf ? Results.Bytes(pdf, "application/pdf")
        : Errors([new WorkError("E0005", "その帳票はありません。")], StatusCodes.Status404NotFound));

    /// <summary>Answers errors in the form that all of /api shares.</summary>
    public static IResult Errors(IEnumerable<WorkError> errors, int status) => Json(
        new JsonObject
        {
            ["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)new JsonObject { ["code"] = error.Code, ["message"] = error.Message })]),
        },
        status);

    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(JsonText.Plain), "application/json; charset=utf-8", Encoding.UTF8, status);

    /// <summary>Whether the caller presents one of the tokens.</summary>
    public bool Authorised(HttpContext context)
    {
        var given = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        return desk.Settings.ApiTokens.Any(token => CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes($"Bearer {token}")));
    }

    public static IResult Unauthorised(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Errors([new WorkError("E0401", "アクセストークンが無効です。")], StatusCodes.Status401Unauthorized);
    }

    private async Task<IResult> AnswerAsync(HttpContext context, Operation operation, OlderEdition? older = null)
    {
        if (!Authorised(context))
        {
            return Unauthorised(context);
        }

        try
        {
            var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
            body = older?.Taken(body) ?? body;
            var entry = new Entry(body, body.Filled("sosashaid") ? body["sosashaid"] : Staff.Api, Screen: false);
            var answer = await counter.PerformAsync(operation, entry, context.RequestAborted);
            return Json(new JsonObject { ["result"] = new JsonArray([.. answer.Rows.Select(row => (JsonNode)Written(older?.Given(row) ?? row))]) });
        }
        catch (WorkRefusedException refused)
        {
            return Errors(refused.Errors, refused.Status);
        }
    }

    private JsonObject Written(Row row)
    {
        var written = new JsonObject();
        foreach (var (item, value) in row)
        {
            if (value.Length > 0 || !desk.Behaviour.Varies(OfficeVariants.BlankItemsAbsent))
            {
                written[item] = value;
            }
        }

        if (desk.Behaviour.Varies(OfficeVariants.ExtraMembers))
        {
            written["seihinmei"] = "架空システム";
            written["yobi1"] = null;
        }

        return written;
    }
}
