using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Mocks.Tests.WireMock;

/// <summary>The same mappings and requests to the real WireMock and to ours: same status, headers, body, scenario states, mappings, searches, near misses.</summary>
public sealed class SideBySideTests(RealWireMock real) : IClassFixture<RealWireMock>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "WireMock", "cases");

    // Of the line, or of the server's own making.
    private static readonly HashSet<string> Ignored = new(
        ["Date", "Server", "Vary", "Transfer-Encoding", "Content-Length", "Connection", "Keep-Alive"], StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
            {
                foreach (var example in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
                {
                    data.Add(Path.GetFileNameWithoutExtension(file), example!["name"]!.GetValue<string>());
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Both_answer_alike(string file, string name)
    {
        if (real.Address is null)
        {
            Assert.Skip($"The real WireMock is not here: {real.Reason}");
        }

        var example = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, file + ".json"), TestContext.Current.CancellationToken))!
            .AsArray().Single(one => one!["name"]!.GetValue<string>() == name)!.AsObject();
        await using var host = await Some.Host();

        var theirs = await PlayAsync(real.Address, example);
        var ours = await PlayAsync(host.BaseAddress, example);

        ours.Should().Equal(theirs);
    }

    /// <summary>Everything that both must agree on, one line each.</summary>
    private static async Task<IReadOnlyList<string>> PlayAsync(Uri address, JsonObject example)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        List<string> said = [];
        await SendAsync(http, "DELETE", "/__admin/mappings", null, null);
        await SendAsync(http, "POST", "/__admin/reset", null, null);
        var serial = 0;
        foreach (var mapping in example["mappings"]?.AsArray() ?? [])
        {
            var given = mapping!.DeepClone().AsObject();
            given.TryAdd("id", $"00000000-0000-4000-8000-{++serial:x12}");
            var answer = await SendAsync(http, "POST", "/__admin/mappings", null, given.ToJsonString());
            said.Add($"mapping: {answer.Status}{(answer.Status == 201 ? "" : " " + Pointers(answer.Body))}");
        }

        foreach (var request in example["requests"]?.AsArray() ?? [])
        {
            var url = request!["url"]!.GetValue<string>();
            var answer = await SendAsync(
                http, request["method"]?.GetValue<string>() ?? "GET", url, request["headers"] as JsonObject, request["body"]?.GetValue<string>());
            var matched = answer.Headers.Any(header => header.StartsWith("Matched-Stub-Id", StringComparison.Ordinal));
            said.Add($"{request.ToJsonString()} -> {answer.Status} {(matched ? string.Join(" | ", answer.Headers) + " || " + answer.Body : "")}");
        }

        foreach (var request in example["admin"]?.AsArray() ?? [])
        {
            var answer = await SendAsync(http, request!["method"]!.GetValue<string>(), request["url"]!.GetValue<string>(), null, (request["body"] as JsonNode)?.ToJsonString());
            var shown = request["show"]?.GetValue<string>();
            said.Add($"{request.ToJsonString()} -> {answer.Status} {(shown is null ? "" : Shown(answer.Body, shown))}");
        }

        var mappings = JsonNode.Parse((await SendAsync(http, "GET", "/__admin/mappings", null, null)).Body)!;
        said.AddRange(mappings["mappings"]!.AsArray().Select(mapping => $"in force: {Sorted(mapping)}"));
        var scenarios = JsonNode.Parse((await SendAsync(http, "GET", "/__admin/scenarios", null, null)).Body)!;
        said.AddRange(scenarios["scenarios"]!.AsArray().Select(scenario =>
            $"scenario: {scenario!["name"]} {scenario["state"]} {string.Join(',', scenario["possibleStates"]!.AsArray().Select(state => $"{state}").Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
        var unmatched = JsonNode.Parse((await SendAsync(http, "GET", "/__admin/requests/unmatched", null, null)).Body)!;
        said.AddRange(unmatched["requests"]!.AsArray().Select(request => $"unmatched: {request!["method"]} {request["url"]} {request["body"]}"));
        var misses = JsonNode.Parse((await SendAsync(http, "GET", "/__admin/requests/unmatched/near-misses", null, null)).Body)!;
        said.AddRange(misses["nearMisses"]!.AsArray().GroupBy(miss => $"{miss!["request"]!["method"]} {miss["request"]!["url"]} {miss["request"]!["body"]}")
            .Select(misses => $"near: {misses.Key} {misses.First()!["stubMapping"]!["id"]}"));
        var all = JsonNode.Parse((await SendAsync(http, "GET", "/__admin/requests", null, null)).Body)!;
        said.Add($"journal: {all["meta"]!["total"]}");
        said.AddRange(all["requests"]!.AsArray().Select(request =>
            $"journal: {request!["request"]!["method"]} {request["request"]!["url"]} {request["wasMatched"]} {request["stubMapping"]?["id"] is var id && $"{request["wasMatched"]}" == "true"} {Sorted(request["request"]!["queryParams"])}"));
        return said;
    }

    private static async Task<(int Status, IReadOnlyList<string> Headers, string Body)> SendAsync(
        HttpClient http, string method, string url, JsonObject? headers, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(url, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, value) in headers ?? [])
        {
            foreach (var one in value is JsonArray several ? several.Select(entry => entry!.GetValue<string>()) : [value!.GetValue<string>()])
            {
                if (!request.Headers.TryAddWithoutValidation(name, one))
                {
                    request.Content!.Headers.TryAddWithoutValidation(name, one);
                }
            }
        }

        try
        {
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var said = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .Where(header => !Ignored.Contains(header.Key)).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal).ToList();
            return ((int)response.StatusCode, said, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        }
        catch (HttpRequestException)
        {
            return (0, ["no answer"], "");
        }
    }

    private static string Pointers(string errors) =>
        string.Join(' ', JsonNode.Parse(errors)!["errors"]!.AsArray().Select(error => $"{error!["code"]}").Distinct());

    /// <summary>A part of an answer: a member, or members of every element of a list (<c>requests.url</c>).</summary>
    private static string Shown(string body, string path)
    {
        JsonNode?[] nodes = [JsonNode.Parse(body)];
        foreach (var part in path.Split('.'))
        {
            nodes = [.. nodes.Select(node => node?[part]).SelectMany(node => node is JsonArray list ? list.ToArray() : [node])];
        }

        return string.Join(' ', nodes.Select(Sorted));
    }

    /// <summary>JSON with members in order, to compare by.</summary>
    private static string Sorted(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject json => "{" + string.Join(',', json.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Sorted(member.Value)}")) + "}",
        JsonArray list => "[" + string.Join(',', list.Select(Sorted)) + "]",
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => value.GetValue<double>().ToString(CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };
}
