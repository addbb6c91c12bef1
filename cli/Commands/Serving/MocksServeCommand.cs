using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Serving;

/// <summary><c>mocks serve</c>: the systems around a target, for a person who points a system at them by hand.</summary>
internal static class MocksServeCommand
{
    public static Command Build()
    {
        var host = new Option<string>("--host") { Description = "IP address to listen on, 0.0.0.0 for all of this machine's; 127.0.0.1 unless given. Whoever reaches it can read the journal." };
        var port = new Option<int?>("--port") { Description = $"Port, {HarnessClient.Port} unless given; where it is taken, another is found." };
        var url = new Option<string>("--url") { Description = "Address by which a target reaches it, where that is another." };
        var profile = new Option<string>("--profile") { Description = "Profile whose `neighbours` says all this, and how the target lays out its calls." };
        var tls = new Option<bool>("--tls", "--https") { Description = "TLS with a certificate of a test CA, made for this run." };
        var authority = new Option<string>("--ca") { Description = "With --tls: the file that the CA's certificate is written to (PEM).", HelpName = "FILE", DefaultValueFactory = _ => "conformance-test-ca.pem" };
        var stubs = new Option<string[]>("--stubs") { Description = "Stub mappings in the form of WireMock: a file, or a folder with mappings and __files. May be given several times.", HelpName = "PATH" };
        var folder = new Option<string?>("--folder") { Description = "The object storage keeps its objects as files under this folder.", HelpName = "DIR" };
        var open = new Option<bool>("--no-token") { Description = "マイナポータル, 口座 and 住民記録 ask for no access token, to try them with curl." };
        var command = new Command("serve", $"Serve until Ctrl-C: {Neighbours}. The client is {HarnessClient.IdVariable} with {HarnessClient.SecretVariable}; without these one is made up and printed.")
        {
            host, port, url, profile, tls, authority, stubs, folder, open,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            // As in a run: a target that asks about tokens need not say who it is.
            var loaded = parsed.GetValue(profile) is { } file ? ProfileLoader.Load(file) : null;
            var played = PlayedSystems.Options(loaded);
            var options = played with
            {
                Host = parsed.GetValue(host) ?? played.Host,
                Port = parsed.GetValue(port) ?? loaded?.Neighbours.Port ?? HarnessClient.Port,
                PublicAddress = parsed.GetValue(url) is { } text ? Address(text) : played.PublicAddress,
                Https = parsed.GetValue(tls),
                CertificateAuthorityFile = parsed.GetValue(authority),
                Stubs = parsed.GetValue(stubs) ?? [],
                Objects = new ObjectStoreOptions { Folder = parsed.GetValue(folder) },
                NeedsToken = !parsed.GetValue(open),
                OAuth = new OAuthOptions { IntrospectionNeedsCredentials = false },
            };
            if (HarnessClient.FromEnvironment() is { } client)
            {
                options = options with { OAuth = options.OAuth with { Clients = [client with { AllowedScopes = [.. PlayedSystems.Scopes(options), .. NeighbourScopes.All] }] } };
            }

            await MockHost.RunStandaloneAsync(options, Console.Out, cancellationToken);
            return ExitCode.Conforms;
        }));
        return command;
    }

    private const string Neighbours = "認可サーバー, 住登外者宛名番号管理機能, マイナポータル, 団体内統合宛名 (口座), 住民記録, S3, and stub mappings";

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new BadInputException(new Problem("CF6042", "--url", 0, 0, $"「{text}」 is no absolute http or https address.", "Write it like http://harness.example:8031/."));
}
