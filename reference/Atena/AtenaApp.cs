using Conformance.Reference.Atena.Screens;
using Microsoft.AspNetCore.Diagnostics;

namespace Conformance.Reference.Atena;

/// <summary>The 住登外者宛名番号管理機能 of a vendor of its own.</summary>
public static class AtenaApp
{
    /// <summary>The product as the launcher sees it.</summary>
    public static ReferenceProduct Product { get; } = new(
        "atena", AtenaFaults.All, AtenaVariants.All, ["introspection", "introspection-client", "introspection-secret"], Build);

    /// <summary>Builds the application; start it to listen. Nothing is kept when it ends.</summary>
    public static WebApplication Build(LaunchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var behaviour = new Behaviour(options.Faults, options.Variants);
        var builder = LoopbackHost.CreateBuilder(options);
        builder.Services.AddSingleton(new HttpClient { Timeout = TimeSpan.FromSeconds(10) });
        var app = builder.Build();

        var answers = new Answers(behaviour);
        var store = new PeopleStore(behaviour, options.Clock);
        var locks = new EditLocks(behaviour, options.Clock);
        var register = new AtenaRegister(behaviour, options.Clock, store, locks);
        var inquiries = new AtenaInquiries(behaviour, options.Clock, store, locks);
        var gate = new TokenGate(options, behaviour, app.Services.GetRequiredService<HttpClient>());

        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<Interface>() is { } asked
                ? Answers.BreakAsync(http, asked)
                : answers.PauseAsync(http),
        });
        app.UseRouting();
        app.MapGet("/health", () => "ok");
        app.MapGet("/openapi.json", () => Results.Text(ApiDescription.Create().ToJsonString(), "application/json"));
        new AtenaApi(register, inquiries, gate, answers, behaviour).Map(app);

        var frame = new OperatorScreens(new Sessions(), options.Clock);
        var form = new ItemForm(behaviour);
        frame.Map(app);
        new RegistrationScreens(frame, form, register).Map(app);
        new SearchScreens(frame, form, inquiries).Map(app);
        new ChangeScreens(frame, form, register).Map(app);
        new HistoryScreens(frame, form, inquiries).Map(app);
        new LinkScreens(frame, form, register, inquiries).Map(app);
        return app;
    }
}
