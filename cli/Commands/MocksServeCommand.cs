using System.CommandLine;
using Conformance.Mocks;

namespace Conformance.Cli.Commands;

/// <summary><c>mocks serve</c>: the systems around a target, for a person who points a system at them by hand.</summary>
internal static class MocksServeCommand
{
    public static Command Build()
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; where it is taken, another is found.", DefaultValueFactory = _ => HarnessClient.Port };
        var https = new Option<bool>("--https") { Description = "TLS with a certificate of a test CA, which is printed." };
        var command = new Command("serve", $"Serve until Ctrl-C. The client is {HarnessClient.IdVariable} with {HarnessClient.SecretVariable}; without these one is made up and printed.") { port, https };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            // As in a run: a target that asks about tokens need not say who it is.
            var options = new MockHostOptions { Port = parsed.GetValue(port), Https = parsed.GetValue(https), OAuth = new OAuthOptions { IntrospectionNeedsCredentials = false } };
            if (HarnessClient.FromEnvironment() is { } client)
            {
                options = options with { OAuth = options.OAuth with { Clients = [client] } };
            }

            await MockHost.RunStandaloneAsync(options, Console.Out, cancellationToken);
            return ExitCode.Conforms;
        }));
        return command;
    }
}
