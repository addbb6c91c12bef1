using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conformance.Drivers.Api;
using Conformance.Mocks;

namespace Conformance.Steps.Tests.Neighbours;

/// <summary>
/// What the systems that the harness plays answer is what the interfaces of the standards say: a product that follows the standard must be able to read it.
/// Every documented answer is provoked, but for those that a test names.
/// </summary>
public sealed class InterfaceAnswerTests : IAsyncLifetime
{
    private const string Client = "schema0client0schema0client00000";
    private const string Person = "000000000000019";
    private static readonly DateOnly s_day = new(2026, 4, 1);
    private MockHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await MockHost.StartAsync(new MockHostOptions
    {
        OAuth = new OAuthOptions { Clients = [new RegisteredClient(Client, new string('s', 40), "027", NeighbourScopes.All)] },
    }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("027-jido-teate")]
    public async Task The_registry_of_accounts_answers_as_its_interface_says(string standard)
    {
        var watch = Watch(standard, "koza");
        using var core = Caller(watch, NeighbourScopes.Accounts);
        using var stranger = Caller(watch, null);
        var account = new BankAccount("0001", "123", "1", "1234567", "ｻﾄｳ ｲﾁﾛｳ");
        _host.Accounts.Register(Person, account);
        _host.Accounts.RefuseConsent("2");
        var number = "";
        foreach (var person in new[] { Person, "1", "2" })
        {
            number = (await AskAsync(core, person))["shokaibango"]!.GetValue<string>();
            await GetAsync(core, $"/dantainai/v1/koza-shokai/{number}");
            await GetAsync(core, $"/dantainai/v1/koza-shokai/{number}");
        }

        _host.Accounts.Change(Person, account with { Number = "7654321" });
        _host.Accounts.Close(Person);
        await GetAsync(core, "/dantainai/v1/koza-henko");
        await GetAsync(core, "/dantainai/v1/koza-henko?since=nowhere");
        await GetAsync(core, "/dantainai/v1/koza-shokai/unknown");
        await PostAsync(core, "/dantainai/v1/koza-shokai", new JsonObject { ["gyomuid"] = "027" });
        await PostAsync(stranger, "/dantainai/v1/koza-shokai", new JsonObject());
        await GetAsync(stranger, "/dantainai/v1/koza-shokai/unknown");
        await GetAsync(stranger, "/dantainai/v1/koza-henko");
        using (_host.Accounts.TakeDown())
        {
            await AskAsync(core, "2");
            await GetAsync(core, $"/dantainai/v1/koza-shokai/{number}");
            await GetAsync(core, "/dantainai/v1/koza-henko");
        }

        watch.Deviations.Should().BeEmpty();
        watch.Unseen.Should().BeEmpty();
    }

    [Theory]
    [InlineData("027-jido-teate")]
    [InlineData("001-jumin-kiroku")]
    public async Task Mynaportal_answers_as_its_interface_says(string standard)
    {
        var watch = Watch(standard, "mynaportal");
        using var town = Caller(watch, $"{NeighbourScopes.PortalRead} {NeighbourScopes.PortalWrite}");
        using var stranger = Caller(watch, null);
        using var login = await town.PostAsJsonAsync("/pittari/v1/login", new JsonObject(), TestContext.Current.CancellationToken);
        var session = JsonNode.Parse(await login.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["session"]!.GetValue<string>();
        town.DefaultRequestHeaders.Add("X-Session", session);
        var number = _host.Mynaportal.Apply(Application() with { Attachments = [new PortalAttachment("所得証明.pdf", "application/pdf", "%PDF-1.4"u8.ToArray())] });
        var named = _host.Mynaportal.Apply(Application() with { UseRegisteredAccount = false, Account = new BankAccount("0001", "123", "1", "1234567", "ｻﾄｳ ｲﾁﾛｳ") });
        var (leaving, _, _) = _host.Mynaportal.ApplyMove(Application("tenshutsu"), Application("tennyu-yoyaku"));

        await GetAsync(town, "/pittari/v1/applications");
        await GetAsync(town, "/pittari/v1/applications?page=0");
        foreach (var one in new[] { number, named, leaving, "unknown" })
        {
            await PostAsync(town, $"/pittari/v1/applications/{one}/take", new JsonObject());
            var data = await GetAsync(town, $"/pittari/v1/applications/{one}");
            await GetAsync(town, $"/pittari/v1/applications/{one}/attachments/{data["tempu"]?.AsArray().FirstOrDefault()?["id"]?.GetValue<string>() ?? "unknown"}");
            await PutAsync(town, $"/pittari/v1/applications/{one}/status", new JsonObject { ["jotai"] = "uketsuke", ["nichiji"] = "2026-04-01T09:00:00+09:00" });
        }

        await PutAsync(town, $"/pittari/v1/applications/{number}/status", new JsonObject { ["jotai"] = "nanika" });
        _host.Mynaportal.Withdraw(named);
        await PostAsync(town, $"/pittari/v1/applications/{named}/take", new JsonObject());
        await PostAsync(stranger, "/pittari/v1/login", new JsonObject());
        foreach (var path in new[] { "", $"/{number}", $"/{number}/attachments/1" })
        {
            await GetAsync(stranger, "/pittari/v1/applications" + path);
        }

        await PostAsync(stranger, $"/pittari/v1/applications/{number}/take", new JsonObject());
        await PutAsync(stranger, $"/pittari/v1/applications/{number}/status", new JsonObject());

        watch.Deviations.Should().BeEmpty();
        watch.Unseen.Should().Equal(["login 503", "ichiran 503"], "the portal is only down when a scenario says so, with a fault of its own");
    }

    [Theory]
    [InlineData("027-jido-teate")]
    [InlineData("001-jumin-kiroku")]
    public async Task The_feeds_of_residents_answer_as_their_interface_says(string standard)
    {
        var watch = Watch(standard, "jumin");
        using var core = Caller(watch, NeighbourScopes.Residents);
        using var stranger = Caller(watch, null);
        var items = new Dictionary<string, string>
        {
            ["kojinbango"] = "123456789018", ["shimei"] = "佐藤　一郎", ["shimei_furigana"] = "サトウ　イチロウ", ["seinengappi"] = "1990-04-02", ["zokugara"] = "世帯主",
            ["tenshutsumaejusho"] = "見本県例示市本町一丁目", ["tenshutsusakijusho"] = "架空県見本市東町二丁目", ["tenshutsuyoteinengappi"] = "2026-04-10",
        };
        var moved = _host.Residents.AnnounceMove(items);
        _host.Residents.ConfirmMove(moved);
        _host.Residents.CancelMove(_host.Residents.AnnounceMove(items));
        _host.Residents.Protect(Person, s_day, s_day.AddYears(1), ["2", "3"]);
        _host.Residents.EndProtection(Person, s_day, s_day);
        foreach (var reason in new[] { "shussei", "shibo", "tennyu", "tenshutsu", "tenkyo", "kokugai" })
        {
            _host.Residents.Report(reason, Person, s_day, new Dictionary<string, string> { ["shimei"] = "佐藤　一郎" });
        }

        foreach (var feed in new[] { "tenshutsushomei", "shiensochi", "ido" })
        {
            (await GetAsync(core, "/jumin/v1/" + feed)).Count.Should().Be(2);
            await GetAsync(core, $"/jumin/v1/{feed}?since=nowhere");
            await GetAsync(stranger, "/jumin/v1/" + feed);
        }

        watch.Deviations.Should().BeEmpty();
        watch.Unseen.Should().BeEmpty();
    }

    private static PortalApplication Application(string procedure = "nintei") => new()
    {
        Procedure = procedure,
        Applicant = new Dictionary<string, string>
        {
            ["kojinbango"] = "123456789018", ["shimei"] = "佐藤　一郎", ["shimei_furigana"] = "サトウ　イチロウ", ["seinengappi"] = "1990-04-02", ["seibetsu"] = "1", ["jusho"] = "東京都千代田区霞が関一丁目",
        },
        Items = new JsonObject { ["jidoninzu"] = "2" },
        UseRegisteredAccount = true,
    };

    private static SchemaWatch Watch(string standard, string name) => new(InterfaceReader.Read(Path.Combine(Some.Root, "standards", standard, "0.1", "interfaces", name + ".yaml")));

    private HttpClient Caller(SchemaWatch watch, string? scope)
    {
        var caller = new HttpClient(watch, disposeHandler: false) { BaseAddress = _host.BaseAddress };
        if (scope is not null)
        {
            caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _host.Authorisation.Issue(Client, scope, TimeSpan.FromMinutes(5)).Value);
        }

        return caller;
    }

    private static Task<JsonObject> AskAsync(HttpClient caller, string person) => PostAsync(caller, "/dantainai/v1/koza-shokai", new JsonObject { ["gyomuid"] = "027", ["atenabango"] = person });

    private static async Task<JsonObject> GetAsync(HttpClient caller, string path) => await ReadAsync(await caller.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    private static async Task<JsonObject> PostAsync(HttpClient caller, string path, JsonObject body) => await ReadAsync(await caller.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken));

    private static async Task<JsonObject> PutAsync(HttpClient caller, string path, JsonObject body) => await ReadAsync(await caller.PutAsJsonAsync(path, body, TestContext.Current.CancellationToken));

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return response.Content.Headers.ContentType?.MediaType == "application/json" ? (JsonObject)JsonNode.Parse(text)! : [];
        }
    }
}
