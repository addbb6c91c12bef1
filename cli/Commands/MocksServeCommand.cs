using System.CommandLine;
using Conformance.Mocks;

namespace Conformance.Cli.Commands;

/// <summary><c>mocks serve</c>: the systems around a target, for a person who points a system at them by hand.</summary>
internal static class MocksServeCommand
{
    public static Command Build()
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; where it is taken, another is found.", DefaultValueFactory = _ => HarnessClient.Port };
        var tls = new Option<bool>("--tls", "--https") { Description = "TLS with a certificate of a test CA, made for this run." };
        var authority = new Option<string>("--ca") { Description = "With --tls: the file that the CA's certificate is written to (PEM).", HelpName = "FILE", DefaultValueFactory = _ => "conformance-test-ca.pem" };
        var stubs = new Option<string[]>("--stubs") { Description = "Stub mappings in the form of WireMock: a file, or a folder with mappings and __files. May be given several times.", HelpName = "PATH" };
        var folder = new Option<string?>("--folder") { Description = "The object storage keeps its objects as files under this folder.", HelpName = "DIR" };
        var open = new Option<bool>("--no-token") { Description = "マイナポータル, 口座 and 住民記録 ask for no access token, to try them with curl." };
        var command = new Command("serve", $"Serve until Ctrl-C: {Neighbours}. The client is {HarnessClient.IdVariable} with {HarnessClient.SecretVariable}; without these one is made up and printed.")
        {
            port, tls, authority, stubs, folder, open,
        };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            // As in a run: a target that asks about tokens need not say who it is.
            var options = new MockHostOptions
            {
                Port = parsed.GetValue(port),
                Https = parsed.GetValue(tls),
                CertificateAuthorityFile = parsed.GetValue(authority),
                Stubs = parsed.GetValue(stubs) ?? [],
                Objects = new ObjectStoreOptions { Folder = parsed.GetValue(folder) },
                NeedsToken = !parsed.GetValue(open),
                OAuth = new OAuthOptions { IntrospectionNeedsCredentials = false },
            };
            if (HarnessClient.FromEnvironment() is { } client)
            {
                options = options with { OAuth = options.OAuth with { Clients = [client with { AllowedScopes = [.. client.AllowedScopes, .. NeighbourScopes.All] }] } };
            }

            await MockHost.RunStandaloneAsync(options, Console.Out, cancellationToken);
            return ExitCode.Conforms;
        }));
        return command;
    }

    private const string Neighbours = "認可サーバー, 住登外者宛名番号管理機能, マイナポータル, 団体内統合宛名 (口座), 住民記録, S3, and stub mappings";
}
