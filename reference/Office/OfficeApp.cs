using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Operations;
using Conformance.Reference.Office.Screens;

namespace Conformance.Reference.Office;

/// <summary>Builds an application of the office suite: staff screens at <c>/</c>, the same work as JSON at <c>/api</c>.</summary>
internal static class OfficeApp
{
    private static readonly TimeSpan NeighbourTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Builds it with an empty ledger; start it to listen on 127.0.0.1.</summary>
    /// <exception cref="ArgumentException">An unknown fault or variant, or a setting that cannot be read.</exception>
    public static WebApplication Build(OfficeDefinition definition, LaunchOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        var clock = new OfficeClock(options.Clock);
        var desk = new Desk(OfficeSettings.Of(options), new Behaviour(definition.Faults, options.Faults, options.Variants), clock, definition.Glossary);
        var builder = LoopbackHost.CreateBuilder(options);
        builder.Services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
        {
            Timeout = NeighbourTimeout,
        });
        builder.Services.AddSingleton(services => new Neighbourhood(services.GetRequiredService<HttpClient>(), desk));
        builder.Services.AddSingleton(services => definition.Assemble(desk, services.GetRequiredService<Neighbourhood>()));
        builder.Services.AddSingleton(services =>
        {
            var neighbourhood = services.GetRequiredService<Neighbourhood>();
            IReadOnlyList<INeighbour> told = neighbourhood.Mynaportal is null ? [] : [neighbourhood.Told];
            var rounds = new Rounds([.. services.GetRequiredService<Assembled>().Neighbours, .. told], desk.Settings, clock);
            neighbourhood.Begin(rounds);
            return rounds;
        });
        builder.Services.AddHostedService(services => services.GetRequiredService<Rounds>());
        var app = builder.Build();
        Map(app, definition, desk);
        return app;
    }

    private static void Map(WebApplication app, OfficeDefinition definition, Desk desk)
    {
        var assembled = app.Services.GetRequiredService<Assembled>();
        var counter = new Counter(desk, definition.RightFaults, definition.LogFault);
        var offer = new Offer(desk, assembled.Operations);
        var api = new OfficeApi(desk, counter, offer.Operations);
        var screens = new OfficeScreens(
            desk, counter, offer.Operations, new Frame(definition.Title), new StaffSessions($"{definition.App}_session", Staff.All, Staff.Password));
        app.UseRouting();
        api.Map(app);
        screens.Map(app);
        ClockApi.Map(app, desk.Clock);
        app.MapGet("/openapi.json", Described);
        if (assembled.Older is { } older)
        {
            api.Map(app, older);
            app.MapGet($"{older.Prefix}/openapi.json", Described);
        }

        assembled.Routes(app, api, screens);

        IResult Described() => OfficeApi.Json(ApiDescription.Of(definition.Title, definition.Glossary, offer.Described, assembled.Fetched));
    }
}
