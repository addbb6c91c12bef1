using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Conformance.Spec;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conformance.Mocks;

/// <summary>
/// One server, on the loopback unless asked otherwise, that plays the systems around a target, all under one base address: the authorisation server, the
/// 住登外者宛名番号管理機能, マイナポータル, the registry of accounts, 住民記録 and the object storage. Many scenarios may use it side by side.
/// </summary>
public sealed class MockHost : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly TestAuthority? authority;
    private readonly IReadOnlyList<AtenaLayout> layouts;
    private readonly Reception reception;

    private MockHost(WebApplication server, TestAuthority? authority, IReadOnlyList<AtenaLayout> layouts, Uri baseAddress, Uri localAddress, string? notice, HostParts parts, Reception reception)
    {
        this.reception = reception;
        this.server = server;
        this.authority = authority;
        this.layouts = layouts;
        BaseAddress = baseAddress;
        LocalAddress = localAddress;
        Notice = notice;
        Journal = parts.Journal;
        Faults = parts.Faults;
        Authorisation = parts.Authorisation;
        Atena = parts.Atena;
        Mynaportal = parts.Mynaportal;
        Accounts = parts.Accounts;
        Residents = parts.Residents;
        Objects = parts.Objects;
        Stubs = parts.Stubs;
    }

    /// <summary>For example <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The same server as this machine reaches it, also where targets call it by another address.</summary>
    public Uri LocalAddress { get; }

    /// <summary>What the user should know about the start, such as that the wanted port was taken; null where all is as asked.</summary>
    public string? Notice { get; }

    public Journal Journal { get; }

    public FaultPlan Faults { get; }

    public AuthorisationServer Authorisation { get; }

    public AtenaFunction Atena { get; }

    public Mynaportal Mynaportal { get; }

    /// <summary>公的給付支給等口座, behind 団体内統合宛名機能.</summary>
    public AccountRegistry Accounts { get; }

    /// <summary>住民記録 as a provider for other businesses.</summary>
    public ResidentRegistry Residents { get; }

    public ObjectStore Objects { get; }

    /// <summary>Answers laid out in the form of WireMock, which override any neighbour's.</summary>
    public StubBoard Stubs { get; }

    /// <summary>The test CA's certificate in PEM, for a target to trust; null without HTTPS.</summary>
    public string? CertificateAuthorityPem => authority?.Pem;

    /// <summary>Starts the server. A wanted port that is taken is no error: another is found.</summary>
    /// <exception cref="BadInputException">The options cannot be used; all that is wrong is listed.</exception>
    public static async Task<MockHost> StartAsync(MockHostOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var authority = options.Https ? TestAuthority.Create() : null;
        var parts = HostParts.Of(options);
        var reception = new Reception(parts, new AdminPages(parts), options.LargestBody);
        WebApplication? server = null;
        try
        {
            string? notice = null;
            server = Build(options, options.Port, authority, reception);
            try
            {
                await server.StartAsync(cancellationToken);
            }
            catch (Exception elsewhere) when (elsewhere is SocketException || elsewhere.InnerException is SocketException { SocketErrorCode: SocketError.AddressNotAvailable })
            {
                throw new BadInputException(new Problem("CF6844", "mocks", 0, 0, $"{options.Host} is no address of this machine.", "Use one that it has, or 0.0.0.0 for all of them."));
            }
            catch (IOException taken) when (options.Port != 0 && taken.InnerException is AddressInUseException)
            {
                await server.DisposeAsync();
                server = Build(options, 0, authority, reception);
                await server.StartAsync(cancellationToken);
                notice = string.Create(CultureInfo.InvariantCulture, $"Port {options.Port} is taken; using {Address(server).Port} instead.");
            }

            var address = options.PublicAddress ?? Reachable(Address(server));
            parts.Authorisation.Locate(address);
            return new MockHost(server, authority, options.Atena.Layouts, address, Reachable(Address(server)), notice, parts, reception);
        }
        catch
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
            reception.Dispose();
            parts.Journal.Dispose();
            parts.Stubs.Dispose();
            authority?.Dispose();
            throw;
        }
    }

    /// <summary>Serves until cancelled, for a person who points a system at it by hand. Without a registered client one is made up; its secret is
    /// printed, since nobody else knows it. Secrets that were given are not printed.</summary>
    public static async Task RunStandaloneAsync(MockHostOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var made = options.OAuth.Clients.Count == 0;
        var effective = made ? options with { OAuth = options.OAuth with { Clients = [MadeUpClient()] } } : options;
        await using var host = await StartAsync(effective, cancellationToken);
        if (host.CertificateAuthorityPem is { } pem && options.CertificateAuthorityFile is { } file)
        {
            await WriteAsync(file, pem, cancellationToken);
            await output.WriteLineAsync($"test CA        {Path.GetFullPath(file)}");
        }

        await output.WriteLineAsync(host.Description(showSecrets: made));
        await output.FlushAsync(cancellationToken);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }

    /// <summary>Addresses and clients, one a line.</summary>
    public string Description(bool showSecrets)
    {
        var lines = new List<string?>
        {
            Notice,
            $"base address   {BaseAddress}",
            $"token          {Authorisation.TokenEndpoint}",
            $"introspection  {Authorisation.IntrospectionEndpoint}",
            $"metadata       {Authorisation.Issuer}{AuthorisationServer.MetadataPath}",
        };
        lines.AddRange(AtenaCall.All.Select(call => $"031 {call.Title}  {Authorisation.Issuer}{call.Path}"));
        lines.AddRange(layouts.Select(layout => $"031 {layout.Operation}  {layout.Method} {Authorisation.Issuer}{layout.Path}"));
        lines.Add($"マイナポータル   {Authorisation.Issuer}/pittari/v1/ (municipality), {Authorisation.Issuer}/resident/v1/ (residents)");
        lines.Add($"団体内統合宛名   {Authorisation.Issuer}/dantainai/v1/koza-shokai");
        lines.Add($"住民記録        {Authorisation.Issuer}/jumin/v1/");
        lines.Add($"S3             {Authorisation.Issuer}/{Objects.Bucket}/  access key {Objects.AccessKey}  secret {(showSecrets || Objects.SecretIsMadeUp ? Objects.SecretKey : Redaction.Mark)}{(Objects.Folder is { } folder ? $"  folder {folder}" : "")}");
        lines.Add($"stubs          {Authorisation.Issuer}/__admin/mappings  ({Stubs.Count} in force)");
        lines.Add($"preparing      {Authorisation.Issuer}/__admin/neighbours, {Authorisation.Issuer}/__admin/faults");
        lines.Add($"journal        {Authorisation.Issuer}/__admin/requests");
        lines.Add($"health         {Authorisation.Issuer}/__admin/health");
        lines.AddRange(Authorisation.Clients.Select(client =>
            $"client         {client.ClientId}  secret {(showSecrets ? client.Secret : Redaction.Mark)}  scopes {string.Join(' ', client.AllowedScopes)}"));
        lines.Add(CertificateAuthorityPem);
        return string.Join(Environment.NewLine, lines.Where(line => line is not null));
    }

    /// <summary>Ends open connections and waits in the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        reception.Dispose();
        Journal.Dispose();
        Stubs.Dispose();
        authority?.Dispose();
    }

    /// <exception cref="BadInputException">The file cannot be written.</exception>
    private static async Task WriteAsync(string file, string pem, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(file, pem, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF6824", file, 0, 0, $"The test CA's certificate cannot be written there: {failure.Message}", "Name another file with --ca."));
        }
    }

    private static RegisteredClient MadeUpClient()
    {
        const string letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        return new RegisteredClient(
            RandomNumberGenerator.GetString(letters, 32),
            RandomNumberGenerator.GetString(letters, 48),
            "001",
            [.. AtenaFunction.Scopes, .. NeighbourScopes.All]);
    }

    private static WebApplication Build(MockHostOptions options, int port, TestAuthority? authority, Reception reception)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A stub may have Japanese in a header; RFC 9110 section 5.5 leaves the bytes beyond ASCII open.
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.UTF8;
            kestrel.Limits.MaxRequestBodySize = options.LargestBody;
            kestrel.Listen(IPAddress.Parse(options.Host), port, listen => Secure(listen, authority));
        });
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = builder.Build();
        server.Run(reception.HandleAsync);
        return server;
    }

    private static void Secure(ListenOptions listen, TestAuthority? authority)
    {
        if (authority is not null)
        {
            // 「通信のセキュリティはTLS1.2以上」
            listen.UseHttps(authority.Server, https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        }
    }

    // Nobody can call 0.0.0.0.
    private static Uri Reachable(Uri address) => address.Host is "0.0.0.0" ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri
        : address.Host is "[::]" ? new UriBuilder(address) { Host = "[::1]" }.Uri : address;

    private static Uri Address(WebApplication server) =>
        new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
