using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;

namespace Conformance.Cli.Commands;

/// <summary><c>mocks serve</c>: the systems around a target, for a person who points a system at them by hand.</summary>
internal static class MocksServeCommand
{
    public static Command Build()
    {
        var host = new Option<string>("--host") { Description = "IP address to listen on, 0.0.0.0 for all of this machine's; 127.0.0.1 unless given. Whoever reaches it can read the journal." };
        var port = new Option<int?>("--port") { Description = $"Port, {HarnessClient.Port} unless given; where it is taken, another is found." };
        var url = new Option<string>("--url") { Description = "Address by which a target reaches it, where that is another." };
        var profile = new Option<string>("--profile") { Description = "Profile whose `neighbours` says all this, and how the target lays out its calls." };
        var https = new Option<bool>("--https") { Description = "TLS with a certificate of a test CA, which is printed." };
        var command = new Command("serve", $"Serve until Ctrl-C. The client is {HarnessClient.IdVariable} with {HarnessClient.SecretVariable}; without these one is made up and printed.") { host, port, url, profile, https };
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
                Https = parsed.GetValue(https),
                OAuth = new OAuthOptions { IntrospectionNeedsCredentials = false },
            };
            if (HarnessClient.FromEnvironment() is { } client)
            {
                options = options with { OAuth = options.OAuth with { Clients = [client with { AllowedScopes = PlayedSystems.Scopes(options) }] } };
            }

            await MockHost.RunStandaloneAsync(options, Console.Out, cancellationToken);
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new BadInputException(new Problem("CF6042", "--url", 0, 0, $"「{text}」 is no absolute http or https address.", "Write it like http://harness.example:8031/."));
}
