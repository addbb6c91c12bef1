using System.Net;

namespace Conformance.Reference;

/// <summary>A web host that listens on 127.0.0.1 only, logs nothing, and takes no setting from its surroundings.</summary>
public static class LoopbackHost
{
    /// <summary>A builder with routing, Kestrel and the application's clock.</summary>
    public static WebApplicationBuilder CreateBuilder(LaunchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(options.Clock);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        return builder;
    }

    /// <summary>The address at which a started application listens, for example <c>http://127.0.0.1:50123</c>.</summary>
    public static Uri Address(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new Uri(app.Urls.First(), UriKind.Absolute);
    }
}
