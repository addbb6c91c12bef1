namespace Conformance.Reference.Atena;

/// <summary>The 住登外者宛名番号管理機能 of a vendor of its own.</summary>
public static class AtenaApp
{
    /// <summary>The product as the launcher sees it.</summary>
    public static ReferenceProduct Product { get; } =
        new("atena", [], [], ["introspection", "introspection-client", "introspection-secret"], Build);

    /// <summary>Builds the application; start it to listen.</summary>
    public static WebApplication Build(LaunchOptions options)
    {
        var app = LoopbackHost.CreateBuilder(options).Build();
        app.MapGet("/health", () => "ok");
        return app;
    }
}
