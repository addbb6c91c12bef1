using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Api;

/// <summary>/api over HTTP. 200 {result:[…]}; 400, 401 and 503 {errors:[{code, message}]}.</summary>
internal sealed class CoreApi(Operations operations, CoreOptions options)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var operation in operations.All)
        {
            routes.MapPost($"/api/{operation.Path}", Answering.With(context => AnswerAsync(context, operation)));
        }

        var ledger = operations.All.Single(operation => operation.Path == "daicho");
        routes.MapGet("/api/daicho", Answering.With(context => AnswerAsync(context, ledger)));
        routes.MapGet("/openapi.json", () => Json(OpenApiDocument.Of(operations.All), StatusCodes.Status200OK));
        routes.MapGet("/health", () => Json(new JsonObject { ["status"] = "ok" }, StatusCodes.Status200OK));
    }

    private async Task<IResult> AnswerAsync(HttpContext context, Operation operation)
    {
        if (!Authorised(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Json(Answers.Of([new WorkError("K0004", "アクセストークンが無効です。")]), StatusCodes.Status401Unauthorized);
        }

        try
        {
            var submission = await Submission.ReadAsync(context.Request, context.RequestAborted);
            CheckOperator(submission);
            var result = (await operation.PerformAsync(submission, context.RequestAborted)).ToList();
            return Json(Answer(operation, result), StatusCodes.Status200OK);
        }
        catch (RefusedWorkException refused)
        {
            return Json(
                Answers.Of(refused.Errors),
                refused.Failed ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest);
        }
    }

    private static void CheckOperator(Submission submission)
    {
        if (submission.OperatorId.Length > 10 || !submission.OperatorId.All(c => c is > ' ' and <= '~'))
        {
            throw new RefusedWorkException("E0002", "操作者IDは半角10文字以内で設定してください。");
        }
    }

    private JsonObject Answer(Operation operation, List<JsonObject> result)
    {
        var answer = new JsonObject { ["result"] = new JsonArray([.. result]) };
        if (options.Shows(CoreVariants.ExtraMembers))
        {
            answer["metadata"] = new JsonObject { ["title"] = operation.Summary, ["kensu"] = result.Count };
            answer["seihin"] = "健康管理";
            foreach (var record in result)
            {
                record["gyomuid"] = "019";
                record["biko"] = null;
            }
        }

        return answer;
    }

    private bool Authorised(HttpRequest request)
    {
        var given = Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString());
        return options.ApiTokens.Any(token => CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes($"Bearer {token}")));
    }

    private static IResult Json(JsonObject body, int status) =>
        Results.Text(body.ToJsonString(JsonText.Plain), $"{MediaTypeNames.Application.Json}; charset=utf-8", Encoding.UTF8, status);
}
