using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary><c>/__admin/faults</c>: what goes wrong, for somebody who tries a system by hand. In a run the steps inject faults in-process.</summary>
internal sealed class FaultPages(FaultPlan plan)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, (JsonObject Json, IDisposable Injection)> injected = [];
    private int last;

    public MockAnswer Answer(MockRequest request, string[] path)
    {
        lock (gate)
        {
            return (request.Method, path) switch
            {
                ("GET", []) => AdminAnswers.Json(new JsonObject { ["faults"] = new JsonArray([.. injected.Values.Select(fault => fault.Json.DeepClone())]) }),
                ("POST", []) => Inject(request),
                ("DELETE", []) => Withdraw(_ => true),
                ("DELETE", [var id]) when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && injected.ContainsKey(known) => Withdraw(fault => fault == known),
                _ => AdminAnswers.NotFound(),
            };
        }
    }

    private MockAnswer Inject(MockRequest request)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        var fault = new Fault(json.Text("operation") ?? Fault.Any)
        {
            Containing = (json.Object("containing")?.Members() ?? []).ToDictionary(item => item.Name, item => item.Node?.ToString() ?? ""),
            Times = json.Whole("times"),
            Delay = TimeSpan.FromMilliseconds(Math.Max(0, json.Whole("delayMilliseconds") ?? 0)),
            Status = json.Whole("status"),
            Body = json.Text("body") ?? "",
            ContentType = json.Text("contentType") ?? "text/html; charset=UTF-8",
            Reset = json.Flag("reset") ?? false,
            TakesEffect = json.Flag("takesEffect") ?? false,
            HalfAnswer = json.Flag("halfAnswer") ?? false,
            WrongContentType = json.Text("wrongContentType"),
            ExpiredToken = json.Flag("expiredToken") ?? false,
            Duplicates = json.Flag("duplicates") ?? false,
            OutOfOrder = json.Flag("outOfOrder") ?? false,
        };
        json.RefuseUnknown("A fault");
        if (fault.ToString().Length == 0)
        {
            json.Problem(null, "Nothing goes wrong.", "Write what does, such as {\"operation\": \"申請一覧取得\", \"status\": 503}.");
        }

        if (fault.Status is < 100 or > 999)
        {
            json.Problem("status", $"{fault.Status} is no HTTP status.", "Use one from 100 to 599.");
        }

        if (json.Problems.Count > 0)
        {
            return AdminAnswers.Unreadable(json.Problems, request.Body);
        }

        var shown = json.Json.DeepClone().AsObject();
        shown["id"] = ++last;
        shown["fault"] = fault.ToString();
        injected.Add(last, (shown, plan.Inject(fault)));
        return AdminAnswers.Json(shown.DeepClone(), 201);
    }

    private MockAnswer Withdraw(Func<int, bool> which)
    {
        foreach (var id in injected.Keys.Where(which).ToList())
        {
            injected[id].Injection.Dispose();
            injected.Remove(id);
        }

        return AdminAnswers.Done();
    }
}
