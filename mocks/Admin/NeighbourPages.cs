using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary><c>/__admin/neighbours</c>: prepares accounts and feeds, for somebody who tries a system by hand. In a run the steps do so in-process.</summary>
internal sealed class NeighbourPages(HostParts parts)
{
    private const string Usage = """
        PUT    /__admin/neighbours/koza/{宛名番号 or 受付番号}  {"kinyukikankodo":"0001","tenpokodo":"123","yokinshubetsu":"1","kozabango":"1234567","kozameiginin":"ｻﾄｳ"}
        DELETE /__admin/neighbours/koza/{宛名番号 or 受付番号}
        GET    /__admin/neighbours/koza/{宛名番号 or 受付番号}
        POST   /__admin/neighbours/jumin/{tenshutsushomei|shiensochi|ido}  the entry as it is to stand in the feed
        POST   /__admin/neighbours/jumin/tenshutsushomei/{転出証明書番号}/{kakutei|torikeshi}

        """;

    public MockAnswer Answer(MockRequest request, string[] path)
    {
        try
        {
            return (request.Method, path) switch
            {
                ("GET", []) => new MockAnswer(200, "text/plain; charset=UTF-8", Usage),
                ("PUT", ["koza", var person]) => Register(request, person),
                ("DELETE", ["koza", var person]) => Done(() => parts.Accounts.Close(person)),
                ("GET", ["koza", var person]) => Inquiries(person),
                ("POST", ["jumin", "tenshutsushomei", var number, "kakutei"]) => Done(() => parts.Residents.ConfirmMove(number)),
                ("POST", ["jumin", "tenshutsushomei", var number, "torikeshi"]) => Done(() => parts.Residents.CancelMove(number)),
                ("POST", ["jumin", var feed]) => Send(request, feed),
                _ => new MockAnswer(404, "text/plain; charset=UTF-8", Usage),
            };
        }
        catch (BadInputException bad)
        {
            return AdminAnswers.Json(new JsonObject
            {
                ["errors"] = new JsonArray([.. bad.Problems.Select(problem => new JsonObject
                {
                    ["code"] = problem.Code, ["source"] = new JsonObject { ["pointer"] = problem.File }, ["title"] = problem.Fact, ["detail"] = problem.Remedy,
                })]),
            }, 422);
        }
        catch (ArgumentException unknown)
        {
            return AdminAnswers.Error(404, 404, unknown.Message);
        }
    }

    private static MockAnswer Done(Action action)
    {
        action();
        return AdminAnswers.Done();
    }

    private MockAnswer Register(MockRequest request, string person)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        string Text(string name) => json.Text(name) ?? "";
        var account = new BankAccount(Text("kinyukikankodo"), Text("tenpokodo"), Text("yokinshubetsu"), Text("kozabango"), Text("kozameiginin"));
        json.RefuseUnknown("An account");
        return json.Problems.Count > 0 ? AdminAnswers.Unreadable(json.Problems, request.Body) : Done(() => parts.Accounts.Change(person, account));
    }

    private MockAnswer Inquiries(string person) => AdminAnswers.Json(new JsonObject
    {
        ["shokai"] = new JsonArray([.. parts.Accounts.Inquiries(person).Select(inquiry => new JsonObject
        {
            ["shokaibango"] = inquiry.Number,
            ["gyomuid"] = inquiry.Business,
            ["atenabango"] = inquiry.Person,
            ["uketsukebango"] = inquiry.Application,
            ["nichiji"] = RestAnswers.Text(inquiry.At),
            ["kaito"] = inquiry.Answered,
        })]),
    });

    private MockAnswer Send(MockRequest request, string feed)
    {
        if (!AdminBody.TryRead(request, out var json, out var refused))
        {
            return refused;
        }

        if (feed == "tenshutsushomei" && !json.Json.ContainsKey("shomeibango"))
        {
            return AdminAnswers.Json(new JsonObject
            {
                ["number"] = parts.Residents.AnnounceMove(json.Json.Where(item => item.Value is not null).ToDictionary(item => item.Key, item => item.Value!.ToString())),
            }, 201);
        }

        return AdminAnswers.Json(new JsonObject { ["number"] = parts.Residents.SendAsIs(feed, json.Json) }, 201);
    }
}
