using System.Text.Json.Nodes;

namespace Conformance.Reference.Atena;

/// <summary>The interface: reads requests, asks the register, writes answers.</summary>
internal sealed class AtenaApi(AtenaRegister register, AtenaInquiries inquiries, TokenGate gate, Answers answers, Behaviour behaviour)
{
    private delegate Task<Outcome<JsonArray>> Operation(RequestBody body, CancellationToken cancellation);

    /// <summary>The service is being maintained: every call is answered with a 5xx.</summary>
    private volatile bool paused;

    /// <summary>Adds every operation to the application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, Interface.Numbering, async (body, cancellation) =>
            Then(await register.RegisterAsync(body.Values, cancellation), Numbered));
        Map(routes, Interface.Inquiry, (body, _) => Task.FromResult(Inquire(body)));
        Map(routes, Interface.Notice, (body, _) => Task.FromResult(Then(Receive(body), Received)));
        Map(routes, Interface.Inheritance, (body, _) => Task.FromResult(Then(register.Inherit(body.Values), Received)));
        Map(routes, Interface.History, (body, _) =>
            Task.FromResult(Then(inquiries.History(body[Items.Number.Name]), rows => List(rows, row => State(row, withKind: true)))));
        Map(routes, Interface.Links, (body, _) => Task.FromResult(Then(inquiries.Links(body[Items.Number.Name]), rows => List(rows, Link))));
        Map(routes, Interface.LinkHistory, (body, _) =>
            Task.FromResult(Then(inquiries.LinkHistory(body[Items.Number.Name]), events => List(events, LinkEntry))));
        Map(routes, Interface.BeginEdit, (body, _) =>
            Task.FromResult(Then(register.BeginEdit(body[Items.Number.Name], body[Items.Operator.Name]), row => List([row], Edited))));
        Map(routes, Interface.EndEdit, (body, _) =>
            Task.FromResult(Then(register.EndEdit(body[Items.Number.Name], body[Items.Operator.Name]), row => List([row], Edited))));
        routes.MapPost("/illustrative/maintenance", (bool on) =>
        {
            paused = on;
            return on ? "maintenance on" : "maintenance off";
        });
    }

    private void Map(IEndpointRouteBuilder routes, Interface asked, Operation operation) =>
        routes.MapPost(asked.Path, async (HttpContext http) =>
        {
            var cancellation = http.RequestAborted;
            if (paused)
            {
                await answers.PauseAsync(http);
                return;
            }

            if (!await gate.AdmitsAsync(http.Request, cancellation))
            {
                await Answers.TurnAwayAsync(http, asked);
                return;
            }

            var body = await RequestBody.ReadAsync(http.Request, ["joken"], cancellation);
            var outcome = body.Refusals.Count > 0 ? behaviour.Refuse<JsonArray>(body.Refusals) : await operation(body, cancellation);
            await (outcome switch
            {
                Outcome<JsonArray>.Refused refused => answers.RefuseAsync(http, asked, refused.Refusals),
                Outcome<JsonArray>.Accepted accepted => answers.SucceedAsync(http, asked, accepted.Value),
                _ => Answers.BreakAsync(http, asked),
            });
        }).WithMetadata(asked);

    private Outcome<Receipt> Receive(RequestBody body)
    {
        // 処理区分 of a notice is a word, not the digit of the 付番 request.
        var values = body.Values.Where(pair => pair.Key != Items.Process.Name).ToDictionary(StringComparer.Ordinal);
        return body[Items.Process.Name] switch
        {
            "henko" => register.Change(values),
            "sakujo" => register.Delete(values),
            "nayose" => register.Link(values),
            "nayosekaijo" => register.Unlink(values),
            "" => behaviour.Refuse<Receipt>([Refusal.Missing(Items.Process.Label)]),
            _ => behaviour.Refuse<Receipt>([Refusal.Characters(Items.Process.Label, "henko、sakujo、nayose、nayosekaijoのいずれか")]),
        };
    }

    private Outcome<JsonArray> Inquire(RequestBody body)
    {
        var refusals = new List<Refusal>();
        var business = body[Items.Business.Name];
        if (business.Length == 0)
        {
            refusals.Add(Refusal.Missing(Items.Business.Label));
        }

        var conditions = new List<Condition>();
        if (body.Whole["joken"] is not JsonArray { Count: > 0 } given)
        {
            refusals.Add(Refusal.Missing("条件"));
            return behaviour.Refuse<JsonArray>(refusals);
        }

        foreach (var node in given)
        {
            var item = Text(node, "komoku") is { } name ? Items.Stored.FirstOrDefault(candidate => candidate.Name == name) : null;
            var value = Text(node, "chi") ?? "";
            var match = Text(node, "itchi") ?? "kanzen";
            if (item is null || match is not ("kanzen" or "bubun"))
            {
                refusals.Add(Refusal.Characters("条件", item is null ? "宛名基本情報の項目" : "kanzen、bubunのいずれか"));
            }
            else if (value.Length == 0)
            {
                refusals.Add(Refusal.Missing("条件の" + item.Label));
            }
            else
            {
                conditions.Add(new Condition(item, value, match == "bubun"));
            }
        }

        return refusals.Count > 0
            ? behaviour.Refuse<JsonArray>(refusals)
            : Then(inquiries.Inquire(business, conditions), rows => List(rows, row =>
            {
                var line = State(row, withKind: false);
                if (behaviour.Shows(AtenaFaults.AnswerOmitsAddress))
                {
                    line.Remove("jusho_banchigohyoki");
                }

                return line;
            }));
    }

    private JsonArray Numbered(Receipt receipt)
    {
        var line = new JsonObject
        {
            [Items.Municipality.Name] = receipt.Items.GetValueOrDefault(Items.Municipality.Name, ""),
            [Items.Number.Name] = receipt.Number,
            ["rirekibango"] = behaviour.Shows(AtenaFaults.HistoryNumberAsText) ? $"{receipt.HistoryNumber}" : receipt.HistoryNumber,
        };
        foreach (var item in Items.Operation)
        {
            line[item.Name] = Written(item, receipt.Items.GetValueOrDefault(item.Name, ""));
        }

        if (behaviour.Shows(AtenaFaults.AnswerWithoutHistoryNumber))
        {
            line.Remove("rirekibango");
        }

        if (behaviour.Shows(AtenaFaults.AnswerOperator))
        {
            line[Items.Operator.Name] = "SYSTEM";
        }

        return [line];
    }

    private static JsonArray Received(Receipt receipt) =>
        [new JsonObject { [Items.Number.Name] = receipt.Number, ["rirekibango"] = receipt.HistoryNumber }];

    private JsonObject State(Row row, bool withKind)
    {
        var line = new JsonObject();
        foreach (var item in Items.Stored)
        {
            line[item.Name] = Written(item, row[item]);
        }

        line["rirekibango"] = row.HistoryNumber;
        line["sakujofuragu"] = row.Kind == "sakujo" ? "1" : "0";
        if (withKind)
        {
            line["rirekikubun"] = row.Kind;
        }

        return line;
    }

    private static JsonObject Link(Row row) => new()
    {
        [Items.Number.Name] = row[Items.Number],
        [Items.LinkedTo.Name] = row[Items.LinkedTo],
        [Items.LinkedFlag.Name] = row[Items.LinkedFlag] is { Length: > 0 } flag ? flag : "0",
    };

    private JsonObject LinkEntry(LinkEvent link)
    {
        var line = new JsonObject
        {
            ["rirekikubun"] = link.Kind,
            [Items.Number.Name] = link.From,
            [Items.LinkedTo.Name] = link.To,
        };
        foreach (var item in Items.Operation)
        {
            line[item.Name] = Written(item, link.Operation.GetValueOrDefault(item.Name, ""));
        }

        return line;
    }

    private static JsonObject Edited(Row row) =>
        new() { [Items.Number.Name] = row[Items.Number], ["rirekibango"] = row.HistoryNumber };

    private string Written(Item item, string value) =>
        item.Type == ItemType.Time && value.Length == 8 && behaviour.Varies(AtenaVariants.TimeWithoutSeconds) ? value[..5] : value;

    private static JsonArray List<T>(IEnumerable<T> rows, Func<T, JsonObject> line) => [.. rows.Select(row => (JsonNode)line(row))];

    private static string? Text(JsonNode? node, string name) =>
        node is JsonObject holder && holder[name] is { } member ? RequestBody.Text(member) : null;

    private static Outcome<JsonArray> Then<T>(Outcome<T> outcome, Func<T, JsonArray> shape) => outcome switch
    {
        Outcome<T>.Accepted accepted => new Outcome<JsonArray>.Accepted(shape(accepted.Value)),
        Outcome<T>.Refused refused => new Outcome<JsonArray>.Refused(refused.Refusals),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
