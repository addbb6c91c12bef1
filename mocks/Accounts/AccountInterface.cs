using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>The calls about accounts: an inquiry, its result, the changes. Answered under the registry's lock.</summary>
internal sealed class AccountInterface(AccountRegistry registry)
{
    private const string InquiryPath = "/dantainai/v1/koza-shokai";
    private const string ChangesPath = "/dantainai/v1/koza-henko";

    private static readonly HashSet<string> Known = new(["gyomuid", "atenabango", "uketsukebango"], StringComparer.Ordinal);

    public static bool Owns(string path) => path.StartsWith("/dantainai/v1/", StringComparison.Ordinal);

    public Receipt Receive(MockRequest request, string? client)
    {
        switch (request.Path)
        {
            case InquiryPath:
                return new Receipt(AccountOperations.Inquiry) { Items = NeighbourItems.Named(JsonBody.Read(request).Members), Client = client };
            case ChangesPath:
                return new Receipt(AccountOperations.Changes) { Claimable = false, Client = client };
            case var path when Number(path) is { } number:
                var subject = new Dictionary<string, string?>();
                if (registry.Find(number)?.Shown() is { } inquiry)
                {
                    subject[NeighbourItems.Person] = inquiry.Person;
                    subject[NeighbourItems.Application] = inquiry.Application;
                }

                return new Receipt(AccountOperations.Result)
                {
                    Items = new Dictionary<string, string?> { ["照会番号"] = number }, Subject = subject, Client = client,
                };
            default:
                return new Receipt("不明") { Client = client };
        }
    }

    public MockAnswer Answer(MockRequest request, Receipt receipt)
    {
        var method = receipt.Operation switch { AccountOperations.Inquiry => "POST", AccountOperations.Result or AccountOperations.Changes => "GET", _ => null };
        if (method is null)
        {
            return RestAnswers.NotFound(request.Path);
        }

        if (request.Method != method)
        {
            return RestAnswers.MethodNotAllowed(method);
        }

        return registry.RefuseToken(request) ?? receipt.Operation switch
        {
            AccountOperations.Inquiry => Ask(JsonBody.Read(request)),
            AccountOperations.Result => Result(Number(request.Path)!),
            _ => Changes(request),
        };
    }

    private MockAnswer Ask(JsonBody body)
    {
        if (body.Reason is { } reason)
        {
            return RestAnswers.Refuse(400, "E0002", reason);
        }

        List<(string, string)> errors = [];
        if (body["gyomuid"] is not { Length: 3 } business || !business.All(char.IsAsciiDigit))
        {
            errors.Add(("E0002", $"業務IDは3桁の数字で設定してください（{body["gyomuid"] ?? "なし"}）。"));
        }

        if (body["atenabango"] is not { Length: > 0 and <= 15 })
        {
            errors.Add(("E0001", $"宛名番号は15桁以内で設定してください（{body["atenabango"] ?? "なし"}）。"));
        }

        if (errors.Count > 0)
        {
            return RestAnswers.Refuse(400, errors);
        }

        var application = body["uketsukebango"] is { Length: > 0 } given ? given : null;
        if (registry.DownFor(body["atenabango"], application) is { } again)
        {
            return Down(again);
        }

        var inquiry = registry.Ask(body["gyomuid"]!, body["atenabango"]!, application);
        return RestAnswers.Json(202, new JsonObject { ["shokaibango"] = inquiry.Number }) with
        {
            // 「基幹業務システムは統合宛名番号を保有しない」: whatever else is sent is worth a look.
            Remarks = [.. body.Members.Keys.Where(member => !Known.Contains(member)).Select(member => $"The inquiry carries {member}, which the interface does not have.")],
        };
    }

    private MockAnswer Result(string number)
    {
        if (registry.Find(number) is not { } inquiry)
        {
            return RestAnswers.NotFound($"照会番号 {number} ");
        }

        var shown = inquiry.Shown();
        if (registry.DownFor(shown.Person, shown.Application) is { } again)
        {
            return Down(again);
        }

        if (inquiry.Result is null && inquiry.Polls++ < registry.PollsUntilAnswered)
        {
            return RestAnswers.Json(200, Body(number, "shorichu", null));
        }

        inquiry.Result ??= Body(number, null, registry.RecordFor(shown));
        return RestAnswers.Json(200, inquiry.Result);
    }

    private MockAnswer Changes(MockRequest request)
    {
        if (registry.DownFor() is { } again)
        {
            return Down(again);
        }

        if (FeedPage.Position(request) is not { } position)
        {
            return RestAnswers.Refuse(400, "E0002", "since は前回の cursor で設定してください。");
        }

        var (cursor, entries) = registry.ChangesSince(position);
        return RestAnswers.Json(200, new JsonObject { ["cursor"] = cursor, ["henko"] = new JsonArray([.. entries.Select(entry => entry.DeepClone())]) });
    }

    /// <param name="state">shorichu; null: what the record says.</param>
    private static JsonObject Body(string number, string? state, AccountRecord? record)
    {
        var failed = record is { ConsentRefused: true } or { Fails: true };
        var done = state is null && !failed;
        return new JsonObject
        {
            ["shokaibango"] = number,
            ["jotai"] = state ?? (failed ? "error" : "kanryo"),
            ["torokuumu"] = done ? record?.Account is null ? "0" : "1" : null,
            ["koza"] = done ? record?.Account?.ToJson() : null,
            ["koshinnichiji"] = done && record is not null ? RestAnswers.Text(record.UpdatedAt) : null,
            ["error"] = record switch
            {
                { ConsentRefused: true } => new JsonObject { ["code"] = "K0403", ["message"] = "利用の意思の確認がありません。" },
                { Fails: true } => new JsonObject { ["code"] = "K0500", ["message"] = "照会先で障害が発生しました。" },
                _ => null,
            },
        };
    }

    private static string? Number(string path) =>
        path.StartsWith(InquiryPath + "/", StringComparison.Ordinal) ? Uri.UnescapeDataString(path[(InquiryPath.Length + 1)..]) : null;

    private static MockAnswer Down(TimeSpan again) => RestAnswers.Down(again, "情報提供ネットワークシステムは停止中です。");
}
