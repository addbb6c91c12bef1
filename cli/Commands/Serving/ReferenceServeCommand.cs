using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;
using Conformance.Mocks;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Serving;

/// <summary><c>reference serve</c>: a reference application to try the harness on, or to look at.</summary>
internal static class ReferenceServeCommand
{
    public static Command Build()
    {
        var app = new Option<string>("--app") { Description = "atena (住登外者宛名番号管理機能), core (a core system around it), jidoteate (児童手当), jumin (住民記録) or shikyu (支給例).", DefaultValueFactory = _ => "atena" };
        app.AcceptOnlyFromAmong([.. ReferencePart.All.Select(part => part.App)]);
        var fault = new Option<string[]>("--fault") { Description = "Seed a fault; see `faults`.", HelpName = "ID" };
        var variant = new Option<string[]>("--variant") { Description = "Show a permitted difference; see `variants`.", HelpName = "ID" };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; where it is taken, another is found. 0: a free one." };
        var token = new Option<string>("--token") { Description = "Access token that callers may use for trying; without it one is made up and printed." };
        var introspection = new Option<string>("--introspection") { Description = "atena: where tokens are asked about (RFC 7662), such as the introspection address of `mocks serve`.", HelpName = "URL" };
        var neighbour = new Option<string>("--neighbour") { Description = "core: base address of 住登外者宛名番号管理機能; without it one is played.", HelpName = "URL" };
        var endpoint = new Option<string>("--token-endpoint") { Description = $"core: authorisation server of the neighbour; the client is {HarnessClient.IdVariable} with {HarnessClient.SecretVariable}.", HelpName = "URL" };
        var older = new Option<string>("--older-edition") { Description = "shikyu: an older edition of the interface too, under /v1: served, new-layout (it answers as the newer one does) or own-ledger (it has data of its own).", HelpName = "HOW" };
        older.AcceptOnlyFromAmong("served", "new-layout", "own-ledger");
        var command = new Command("serve", "Serve until Ctrl-C.") { app, fault, variant, port, token, introspection, neighbour, endpoint, older };
        var office = new OfficeServeOptions();
        office.All.ToList().ForEach(command.Add);
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var chosen = parsed.GetValue(app)!;
            var seeds = await ReferenceCatalogue.LoadAsync(cancellationToken);
            Check(seeds, chosen, parsed.GetValue(fault) ?? [], parsed.GetValue(variant) ?? []);
            var access = parsed.GetValue(token) ?? Made(24);
            List<string> arguments =
            [
                "--app", chosen, "--token", access,
                .. (parsed.GetValue(fault) ?? []).SelectMany(id => new[] { "--fault", id }),
                .. (parsed.GetValue(variant) ?? []).SelectMany(id => new[] { "--variant", id }),
            ];
            var places = new List<(string Name, string Value)>();
            await using var mocks = chosen == "core" && parsed.GetValue(neighbour) is null ? await PlayedAsync(cancellationToken)
                : OfficeServeOptions.Fits(chosen) ? await office.PlayedAsync(parsed, chosen, () => Made(16), cancellationToken)
                : null;
            if (parsed.GetValue(older) is { } how)
            {
                Forbid(parsed, chosen, chosen == "shikyu" ? [] : [older]);
                arguments.AddRange(["--older-edition", how]);
                places.Add(("older edition", "/v1"));
            }

            if (chosen == "atena")
            {
                Forbid(parsed, chosen, [neighbour, endpoint, .. office.All]);
                if (parsed.GetValue(introspection) is { } address)
                {
                    arguments.AddRange(["--introspection", Address(address, "--introspection")]);
                    places.Add(("tokens", address));
                }
            }
            else if (OfficeServeOptions.Fits(chosen))
            {
                Forbid(parsed, chosen, chosen == "shikyu" ? [introspection, neighbour, endpoint, .. office.All] : [introspection, neighbour]);
                var (given, told) = office.Of(parsed, mocks, parsed.GetValue(endpoint));
                arguments.AddRange(given);
                places.AddRange(told);
            }
            else
            {
                Forbid(parsed, chosen, [introspection, .. office.All]);
                var (around, tokens, client) = Around(mocks, parsed.GetValue(neighbour), parsed.GetValue(endpoint));
                arguments.AddRange(["--neighbour", around, "--token-endpoint", tokens, "--client-id", client.ClientId, "--client-secret", client.Secret]);
                places.Add(("neighbour", around));
                places.Add(("token endpoint", tokens));
            }

            await using var reference = await StartAsync(arguments, parsed.GetValue(port), cancellationToken);
            var lines = new List<(string Name, string Value)> { ("address", reference.Address.ToString()), ("screens", new Uri(reference.Address, chosen == "atena" ? "op" : "").ToString()), ("access token", access) };
            foreach (var (name, value) in lines.Concat(places))
            {
                Console.WriteLine($"{name,-15} {value}");
            }

            await Console.Out.FlushAsync(cancellationToken);
            return await UntilStoppedAsync(reference, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> UntilStoppedAsync(ReferenceProcess reference, CancellationToken cancellationToken)
    {
        try
        {
            await reference.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Conforms;
        }

        // Ctrl-C in a terminal reaches both processes; it may end first.
        if (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Conforms;
        }

        await Console.Error.WriteLineAsync("The reference application ended by itself.");
        return ExitCode.HarnessFault;
    }

    private static async Task<ReferenceProcess> StartAsync(IReadOnlyList<string> arguments, int port, CancellationToken cancellationToken)
    {
        try
        {
            return await ReferenceProcess.StartAsync([.. arguments, "--port", port.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        }
        catch (BadInputException e) when (port != 0 && e.Problems.Any(problem => problem.Fact.Contains("cannot listen on port", StringComparison.Ordinal)))
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Port {port} is taken; another is used instead."));
            return await ReferenceProcess.StartAsync(arguments, cancellationToken);
        }
    }

    private static Task<MockHost> PlayedAsync(CancellationToken cancellationToken) => MockHost.StartAsync(new MockHostOptions
    {
        OAuth = new OAuthOptions { Clients = [new RegisteredClient(Made(16), Made(24), "019", [.. AtenaFunction.Scopes])], IntrospectionNeedsCredentials = false },
    }, cancellationToken);

    private static (string Neighbour, string Tokens, RegisteredClient Client) Around(MockHost? played, string? neighbour, string? endpoint)
    {
        if (played is not null)
        {
            return (played.BaseAddress.ToString(), played.Authorisation.TokenEndpoint.ToString(), played.Authorisation.Clients[0]);
        }

        var client = HarnessClient.FromEnvironment();
        var problems = new List<Problem>();
        if (endpoint is null)
        {
            problems.Add(new Problem("CF6042", "--token-endpoint", 0, 0, "A neighbour is given, and no authorisation server that gives out its tokens.", "Give --token-endpoint too, or leave --neighbour out."));
        }

        if (client is null)
        {
            problems.Add(new Problem("CF6042", HarnessClient.IdVariable, 0, 0, "A neighbour is given, and no client for its tokens.", $"Set {HarnessClient.IdVariable} and {HarnessClient.SecretVariable}, or leave --neighbour out."));
        }

        return problems.Count == 0 ? (Address(neighbour!, "--neighbour"), Address(endpoint!, "--token-endpoint"), client!) : throw new BadInputException(problems);
    }

    private static void Check(ReferenceCatalogue seeds, string app, IEnumerable<string> faults, IEnumerable<string> variants)
    {
        var other = faults.Where(id => seeds.Fault(id).App != app).Concat(variants.Where(id => !seeds.Variant(id).Contains(app))).ToList();
        if (other.Count > 0)
        {
            throw new BadInputException([.. other.Select(id => new Problem("CF6012", "--app", 0, 0, $"「{id}」 does not belong to the application {app}.", "Choose the other application with --app."))]);
        }
    }

    private static void Forbid(ParseResult parsed, string app, params Option<string>[] others)
    {
        var given = others.Where(option => parsed.GetValue(option) is not null).ToList();
        if (given.Count > 0)
        {
            throw new BadInputException([.. given.Select(option => new Problem("CF6042", option.Name, 0, 0, $"The application {app} does not take {option.Name}.", "Leave it out, or choose the other application with --app."))]);
        }
    }

    private static string Address(string text, string option) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.ToString()
            : throw new BadInputException(new Problem("CF6042", option, 0, 0, $"「{text}」 is no absolute http or https address.", "Write it like http://127.0.0.1:8031/."));

    private static string Made(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
