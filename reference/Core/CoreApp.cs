using Conformance.Reference.Core.Api;
using Conformance.Reference.Core.Faults;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Neighbour;
using Conformance.Reference.Core.Screens;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core;

/// <summary>A small core system (基幹業務システム; 健康管理, fictional): it plays 標準準拠システム in the flows of 共通機能標準仕様書 2.3.2 and uses
/// 住登外者宛名番号管理機能 as its neighbour. Screens for staff at <c>/</c>, the same work as JSON at <c>/api</c>.</summary>
public static class CoreApp
{
    /// <summary>The product as the launcher sees it; its own settings are the members of <see cref="CoreOptions"/>.</summary>
    public static ReferenceProduct Product { get; } = new(
        "core",
        CoreFaults.All,
        CoreVariants.All,
        ["neighbour", "token-endpoint", "client-id", "client-secret"],
        options => Build(new CoreOptions
        {
            Port = options.Port,
            Faults = options.Faults,
            Variants = options.Variants,
            Neighbour = new Uri(options.Setting("neighbour") ?? "http://127.0.0.1:8031/"),
            TokenEndpoint = new Uri(options.Setting("token-endpoint") ?? "http://127.0.0.1:8090/token"),
            ClientId = options.Setting("client-id") ?? "core0190core0190core0190core0190",
            ClientSecret = options.Setting("client-secret") ?? "core-secret-core-secret-core-secret-",
            ApiTokens = options.Tokens is { Count: > 0 } tokens ? tokens : [CoreOptions.DefaultApiToken],
            TimeProvider = options.Clock,
        }));

    /// <summary>Builds the system with an empty 業務DB; start it to listen on 127.0.0.1.</summary>
    /// <exception cref="ArgumentException">An unknown fault or variant.</exception>
    public static WebApplication Build(CoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CoreVariants.Check(options.Variants);
        var disturbance = new Disturbance(CoreFaults.Named(options.Faults));
        var builder = LoopbackHost.CreateBuilder(new LaunchOptions { Port = options.Port, Clock = options.TimeProvider });
        builder.Services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
        {
            Timeout = options.NeighbourTimeout,
        });
        var app = builder.Build();
        var http = app.Services.GetRequiredService<HttpClient>();
        var database = new BusinessDatabase(disturbance);
        var neighbour = new AtenaNeighbour(http, new AccessTokens(http, options), disturbance, options);
        Map(app, options, new Desk(options, database, new PersonLocks(), neighbour, new Messages(options)));
        return app;
    }

    private static void Map(WebApplication app, CoreOptions options, Desk desk)
    {
        var registration = new Registration(desk);
        var change = new Change(desk);
        var formerResident = new FormerResident(desk);
        var newResident = new NewResident(desk);
        var latest = new LatestCheck(desk);
        var linking = new Linking(desk);
        var operations = new Operations(desk, registration, change, formerResident, newResident, latest, linking);
        new CoreApi(operations, options).Map(app);

        var markup = new Markup(options);
        var people = new PersonMarkup(markup);
        IReadOnlyList<IScreen> screens =
        [
            new RegistrationScreen(registration, markup, people, options),
            new ChangeScreen(change, desk, markup, people),
            new FormerResidentScreen(formerResident, markup, people),
            new NewResidentScreen(newResident, markup, people),
            new LinkScreen(false, latest, linking, markup, people, desk.Database),
            new LinkScreen(true, latest, linking, markup, people, desk.Database),
            new LedgerScreen(desk.Database, markup, people),
        ];
        new CoreScreens(screens, new StaffSessions("kenko_session", ["op1", "op2"], "pass"), options).Map(app);
    }
}
