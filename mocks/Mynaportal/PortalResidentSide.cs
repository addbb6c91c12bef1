using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>The side of マイナポータル that residents use. For a person who tries things by hand; no token is asked for.</summary>
internal sealed class PortalResidentSide(PortalDesk desk)
{
    private const string Root = "/resident/v1/";

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    public Receipt Receive(MockRequest request)
    {
        var parts = Parts(request);
        return new Receipt(MynaportalOperations.Resident)
        {
            Claimable = false,
            Items = parts is ["applications", var number, ..] ? new Dictionary<string, string?> { [NeighbourItems.Application] = number } : [],
            Subject = parts is ["applications", var known, ..] && desk.TryFind(known, out var file) ? file.Subject() : [],
        };
    }

    public MockAnswer Answer(MockRequest request) => (request.Method, Parts(request)) switch
    {
        ("POST", ["applications"]) => Apply(request),
        ("POST", ["moves"]) => Move(request),
        ("POST", ["applications", var number, "attachments"]) => About(number, file => RestAnswers.Json(201, new JsonObject { ["id"] = file.Attach(Attachment(request)) })),
        ("POST", ["applications", var number, "withdraw"]) => About(number, Withdraw),
        ("GET", ["applications", var number]) => About(number, Shown),
        (_, ["applications"] or ["moves"] or ["applications", _, "attachments" or "withdraw"]) => RestAnswers.MethodNotAllowed("POST"),
        (_, ["applications", _]) => RestAnswers.MethodNotAllowed("GET"),
        _ => RestAnswers.NotFound(request.Path),
    };

    private MockAnswer Apply(MockRequest request)
    {
        var body = JsonBody.Read(request);
        if (body.Object is null)
        {
            return RestAnswers.Refuse(400, "E0002", body.Reason!);
        }

        var (application, problems) = Read(body.Object, "body");
        return problems.Count > 0
            ? Refuse(problems)
            : RestAnswers.Json(201, new JsonObject { ["uketsukebango"] = desk.Apply(application!, null) });
    }

    private MockAnswer Move(MockRequest request)
    {
        var body = JsonBody.Read(request);
        if (body.Object is not { } move || move["tenshutsu"] is not JsonObject leaving || move["tennyu"] is not JsonObject entering)
        {
            return RestAnswers.Refuse(400, "E0001", body.Reason ?? "tenshutsu と tennyu に申請を一つずつ設定してください。");
        }

        var (left, problems) = Read(leaving, "body.tenshutsu");
        var (entered, others) = Read(entering, "body.tennyu");
        if (problems.Count + others.Count > 0)
        {
            return Refuse([.. problems, .. others]);
        }

        var made = desk.ApplyMove(left!, entered!);
        return RestAnswers.Json(201, new JsonObject { ["hikkoshibango"] = made.Move, ["tenshutsu"] = made.LeavingNumber, ["tennyu"] = made.EnteringNumber });
    }

    private MockAnswer About(string number, Func<PortalFile, MockAnswer> answer) =>
        desk.TryFind(number, out _) ? desk.With(number, answer) : RestAnswers.NotFound($"受付番号 {number} の申請");

    private static MockAnswer Withdraw(PortalFile file)
    {
        file.Withdrawn = true;
        return RestAnswers.Json(200, new JsonObject { ["uketsukebango"] = file.Number, ["jotai"] = file.Status });
    }

    private static MockAnswer Shown(PortalFile file)
    {
        var data = file.Data();
        data["tsuchi"] = new JsonArray([.. file.Reports.Select(report => new JsonObject
        {
            ["jotai"] = report.Status,
            ["nichiji"] = RestAnswers.Text(report.At),
            ["bikou"] = report.Remark,
        })]);
        return RestAnswers.Json(200, data);
    }

    private static PortalAttachment Attachment(MockRequest request) => new(
        request.Parameters().GetValueOrDefault("mei") is { Length: > 0 } name ? name : "tempu",
        request.Header("Content-Type") is { Length: > 0 } type ? type : "application/octet-stream",
        request.Content);

    private static MockAnswer Refuse(IReadOnlyList<Problem> problems) =>
        RestAnswers.Refuse(400, [.. problems.Select(problem => (problem.Code, $"{problem.File}: {problem.Fact} {problem.Remedy}"))]);

    /// <returns>The application where nothing is wrong with it.</returns>
    private static (PortalApplication? Application, IReadOnlyList<Problem> Problems) Read(JsonObject json, string place)
    {
        try
        {
            var account = json["koza"] as JsonObject;
            string Account(string member) => account?[member]?.GetValue<string>() ?? "";
            var application = new PortalApplication
            {
                Procedure = json["tetsuzuki"]?.GetValue<string>() ?? "",
                Applicant = (json["shinseisha"] as JsonObject ?? []).Where(item => item.Value is not null)
                    .ToDictionary(item => item.Key, item => item.Value!.GetValue<string>()),
                Items = (json["komoku"] as JsonObject)?.DeepClone().AsObject() ?? [],
                UseRegisteredAccount = json["kozariyo"]?.GetValue<string>() == "1",
                Account = account is null ? null : new BankAccount(
                    Account("kinyukikankodo"), Account("tenpokodo"), Account("yokinshubetsu"), Account("kozabango"), Account("kozameiginin")),
                Municipality = json["shikuchosonkodo"]?.GetValue<string>(),
            };
            var problems = application.Problems(place).ToList();
            return (problems.Count == 0 ? application : null, problems);
        }
        catch (Exception mistyped) when (mistyped is InvalidOperationException or FormatException or JsonException or ArgumentException)
        {
            return (null, [new Problem("CF6812", place, 0, 0, "A value is no text, or a member occurs twice.", "Write every value as a string.")]);
        }
    }

    private static string[] Parts(MockRequest request) => [.. request.Path[Root.Length..].Split('/').Select(Uri.UnescapeDataString)];
}
