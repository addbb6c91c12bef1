using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>The side of マイナポータル that municipal systems call: login, list, take, fetch, attachments, state back.</summary>
internal sealed class PortalMunicipalSide(PortalDesk desk, PortalSessions sessions, TokenCheck tokens, TimeProvider time)
{
    private const string Root = "/pittari/v1/";

    private static readonly HashSet<string> Reportable = new(["uketsuke", "shinsachu", "kanryo", "kyakka", "torisage"], StringComparer.Ordinal);

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    public Receipt Receive(MockRequest request)
    {
        var parts = Parts(request);
        var operation = parts switch
        {
            ["login"] => MynaportalOperations.Login,
            ["applications"] => MynaportalOperations.List,
            ["applications", _, "take"] => MynaportalOperations.Take,
            ["applications", _] => MynaportalOperations.Fetch,
            ["applications", _, "attachments", _] => MynaportalOperations.Attachment,
            ["applications", _, "status"] => MynaportalOperations.Report,
            _ => "不明",
        };
        var body = operation == MynaportalOperations.Report ? JsonBody.Read(request) : null;
        var items = NeighbourItems.Named(body?.Members ?? new Dictionary<string, string?>());
        var subject = new Dictionary<string, string?>();
        if (parts is ["applications", var number, ..])
        {
            items[NeighbourItems.Application] = number;
            subject = desk.TryFind(number, out var file) ? file.Subject() : subject;
        }

        foreach (var asked in operation == MynaportalOperations.List ? QueryOf(request) : [])
        {
            items[asked.Key] = asked.Value;
        }

        return new Receipt(operation)
        {
            Items = items,
            Subject = subject,
            Client = tokens.Client(request),
            Claimable = operation is not (MynaportalOperations.Login or MynaportalOperations.List),
        };
    }

    public MockAnswer Answer(MockRequest request, Receipt receipt)
    {
        var parts = Parts(request);
        var (method, scope) = receipt.Operation switch
        {
            MynaportalOperations.Login or MynaportalOperations.Take => ("POST", NeighbourScopes.PortalRead),
            MynaportalOperations.List or MynaportalOperations.Fetch or MynaportalOperations.Attachment => ("GET", NeighbourScopes.PortalRead),
            MynaportalOperations.Report => ("PUT", NeighbourScopes.PortalWrite),
            _ => ("", ""),
        };
        if (method.Length == 0)
        {
            return RestAnswers.NotFound(request.Path);
        }

        if (request.Method != method)
        {
            return RestAnswers.MethodNotAllowed(method);
        }

        if (tokens.Refuse(request, scope) is { } refused)
        {
            return refused;
        }

        if (receipt.Operation == MynaportalOperations.Login)
        {
            return Login();
        }

        if (sessions.Refuse(request.Header("X-Session")) is { } reason)
        {
            return RestAnswers.Refuse(401, "E0401", reason);
        }

        if (receipt.Operation == MynaportalOperations.List)
        {
            return List(request);
        }

        return desk.TryFind(parts[1], out _)
            ? desk.With(parts[1], file => About(file, receipt.Operation, parts, request))
            : RestAnswers.NotFound($"受付番号 {parts[1]} の申請");
    }

    private MockAnswer Login()
    {
        var (session, expires) = sessions.Open();
        JsonObject Body(string shown) => new() { ["session"] = shown, ["expires"] = RestAnswers.Text(expires) };
        return RestAnswers.Json(200, Body(session)) with { RedactedBody = Body(Redaction.Mark).ToJsonString(JournalJson.Options) };
    }

    private MockAnswer List(MockRequest request)
    {
        var (query, errors) = PortalListQuery.Read(QueryOf(request));
        if (errors.Count > 0)
        {
            return RestAnswers.Refuse(400, errors);
        }

        var rows = desk.Rows(query.Wants);
        return RestAnswers.Json(200, new JsonObject
        {
            ["total"] = rows.Count,
            ["page"] = query.Page,
            ["pages"] = (rows.Count + query.Size - 1) / query.Size,
            ["applications"] = new JsonArray([.. rows.Skip((query.Page - 1) * query.Size).Take(query.Size).Select(file => file.Row())]),
        });
    }

    private MockAnswer About(PortalFile file, string operation, string[] parts, MockRequest request) => operation switch
    {
        MynaportalOperations.Take => Take(file),
        MynaportalOperations.Fetch => Fetch(file),
        MynaportalOperations.Attachment => Attachment(file, parts[3]),
        _ => Report(file, JsonBody.Read(request)),
    };

    private MockAnswer Take(PortalFile file)
    {
        if (file.Withdrawn)
        {
            return RestAnswers.Refuse(409, "E0409", "申請は取り下げられています。");
        }

        file.Pending = Math.Max(0, file.Pending - 1);
        file.TakenAt ??= time.GetUtcNow();
        return RestAnswers.Json(200, new JsonObject { ["uketsukebango"] = file.Number, ["shutokunichiji"] = RestAnswers.Text(file.TakenAt.Value) });
    }

    private static MockAnswer Fetch(PortalFile file)
    {
        file.FetchCount++;
        return file.Application.RawData is { } raw
            ? new MockAnswer(200, file.Application.RawContentType, raw) { Prepared = true }
            : RestAnswers.Json(200, file.Data());
    }

    private static MockAnswer Attachment(PortalFile file, string id)
    {
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index < 1 || index > file.Attachments.Count)
        {
            return RestAnswers.NotFound($"添付 {id} ");
        }

        var attachment = file.Attachments[index - 1];
        return MockAnswer.Of(200, attachment.ContentType, attachment.Content);
    }

    private MockAnswer Report(PortalFile file, JsonBody body)
    {
        if (body.Reason is { } reason)
        {
            return RestAnswers.Refuse(400, "E0002", reason);
        }

        List<(string, string)> errors = [];
        if (body["jotai"] is not { Length: > 0 } status || !Reportable.Contains(status))
        {
            errors.Add(("E0002", $"jotai は {string.Join('、', Reportable)} のいずれかで設定してください（{body["jotai"] ?? "なし"}）。"));
        }

        var at = default(DateTimeOffset);
        if (body["nichiji"] is not { Length: >= 19 } text
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
        {
            errors.Add(("E0002", $"nichiji は日時（2026-04-01T09:00:00+09:00）で設定してください（{body["nichiji"] ?? "なし"}）。"));
        }

        if (body["bikou"] is { Length: > 200 } remark)
        {
            errors.Add(("E0003", $"bikou は200文字以内で設定してください（{remark.Length}文字）。"));
        }

        if (errors.Count > 0)
        {
            return RestAnswers.Refuse(400, errors);
        }

        file.Reports.Add(new PortalReport(body["jotai"]!, at, body["bikou"], time.GetUtcNow()));
        return RestAnswers.Json(200, new JsonObject { ["uketsukebango"] = file.Number, ["jotai"] = file.Status });
    }

    private static string[] Parts(MockRequest request) => [.. request.Path[Root.Length..].Split('/').Select(Uri.UnescapeDataString)];

    private static Dictionary<string, string> QueryOf(MockRequest request) => request.Parameters();
}
