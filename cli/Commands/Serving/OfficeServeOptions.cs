using System.CommandLine;
using Conformance.Mocks;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Serving;

/// <summary>Options of <c>reference serve</c> for the applications that have マイナポータル, the account registry, 住民記録 and an object store around
/// them. Without any of the four addresses these are played.</summary>
internal sealed class OfficeServeOptions
{
    private readonly Option<string>[] places =
    [
        Url("--mynaportal", "jidoteate, jumin: base address of ぴったりサービス (before /pittari/v1)."),
        Url("--koza", "jidoteate: base address of 団体内統合宛名機能 (before /dantainai/v1)."),
        Url("--jumin", "jidoteate: base address of 住民記録 (before /jumin/v1)."),
        new Option<string>("--object-store") { Description = "jidoteate, jumin: base address of an S3 interface, or a folder.", HelpName = "URL|DIR" },
    ];

    private readonly Option<string>[] times =
    [
        new("--interval") { Description = "jidoteate, jumin: time between two rounds to the systems around, such as 200ms.", HelpName = "TIME" },
        new("--lift") { Description = "jumin: how long 一時解除 lasts, such as 2s.", HelpName = "TIME" },
    ];

    /// <summary>Whether the application is one of those.</summary>
    public static bool Fits(string app) => app is "jidoteate" or "jumin" or "shikyu";

    public IEnumerable<Option<string>> All => [.. places, .. times];

    /// <summary>Starts what is around, where no address is given and the application has anything around it.</summary>
    public async Task<MockHost?> PlayedAsync(ParseResult parsed, string app, Func<string> made, CancellationToken cancellationToken) =>
        app == "shikyu" || places.Any(option => parsed.GetValue(option) is not null) ? null : await MockHost.StartAsync(new MockHostOptions
        {
            OAuth = new OAuthOptions
            {
                Clients = [new RegisteredClient(made(), made() + made(), app == "jumin" ? "001" : "027", [.. NeighbourScopes.All])],
                IntrospectionNeedsCredentials = false,
            },
        }, cancellationToken);

    /// <summary>Arguments of the program, and what to tell about them.</summary>
    /// <param name="endpoint">Address of the authorisation server, where the systems around are given.</param>
    public (IReadOnlyList<string> Arguments, IReadOnlyList<(string Name, string Value)> Told) Of(ParseResult parsed, MockHost? played, string? endpoint)
    {
        List<string> arguments = [.. times.Where(option => parsed.GetValue(option) is not null).SelectMany(option => new[] { option.Name, parsed.GetValue(option)! })];
        if (played is not null)
        {
            var (around, client) = (played.BaseAddress.ToString(), played.Authorisation.Clients[0]);
            arguments.AddRange(
            [
                "--mynaportal", around, "--koza", around, "--jumin", around, "--object-store", around, "--object-store-key", played.Objects.AccessKey,
                "--object-store-secret", played.Objects.SecretKey, "--token-endpoint", played.Authorisation.TokenEndpoint.ToString(),
                "--client-id", client.ClientId, "--client-secret", client.Secret,
            ]);
            return (arguments, [("played around", around)]);
        }

        var given = places.Where(option => parsed.GetValue(option) is not null).ToList();
        arguments.AddRange(given.SelectMany(option => new[] { option.Name, parsed.GetValue(option)! }));
        if (endpoint is not null)
        {
            var client = HarnessClient.FromEnvironment() ?? throw new BadInputException(new Problem(
                "CF6042", HarnessClient.IdVariable, 0, 0, "An authorisation server is given, and no client for its tokens.", $"Set {HarnessClient.IdVariable} and {HarnessClient.SecretVariable}, or leave --token-endpoint out."));
            arguments.AddRange(["--token-endpoint", endpoint, "--client-id", client.ClientId, "--client-secret", client.Secret]);
        }

        return (arguments, [.. given.Select(option => (option.Name[2..], parsed.GetValue(option)!))]);
    }

    private static Option<string> Url(string name, string description) => new(name) { Description = description, HelpName = "URL" };
}
