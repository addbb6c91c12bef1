using System.Globalization;
using Conformance.Cli;
using Conformance.Cli.Proposals;
using Conformance.Cli.Runs;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Bench;

/// <summary>How many of the mappings that people wrote for the reference applications <c>profile init</c> finds, from what these describe and show.</summary>
internal static class ProfileBench
{
    /// <param name="told">Also every difference, exchange by exchange.</param>
    public static async Task<int> RunAsync(bool screens, bool told)
    {
        var folders = ProjectFolders.Find();
        Console.WriteLine("application  surface  by hand  described  proposed  right  precision  recall  recall of what is described  proposed beyond");
        foreach (var part in ReferencePart.All)
        {
            var standard = StandardLoader.LoadById(folders.Standards, part.Standard);
            var role = standard.Role(part.Role);
            var sought = SoughtExchanges.Of(standard, role, MunicipalityClass.Other);
            await using var reference = await ReferenceProcess.StartAsync(["--app", part.App, .. part.App == "core" ? new[] { "--neighbour", "http://127.0.0.1:1/", "--token-endpoint", "http://127.0.0.1:1/", "--client-id", new string('a', 32), "--client-secret", new string('b', 32) } : []], CancellationToken.None);
            var profile = ProfileLoader.Load(Path.Combine(AppContext.BaseDirectory, "Demo", part.Profile), new ProfileInputs { Variables = new Dictionary<string, string> { ["target"] = reference.Address.ToString() } });
            using var client = new HttpClient();
            var api = DescribedApi.Read(await client.GetStringAsync(new Uri(reference.Address, "openapi.json")), "openapi.json");
            var guesses = Matching.Match(sought, api.Operations, ItemNames.Of(standard));
            var official = sought.Where(exchange => exchange.Official is not null).ToDictionary(exchange => exchange.Name, exchange => $"{exchange.Official!.Value.Method} /{exchange.Official.Value.Path.Trim('/')}");
            Report(part.App, "api", guesses, profile.Api!.Exchanges.Values.ToDictionary(exchange => exchange.Name, exchange => exchange.Standard ? official[exchange.Name] : $"{exchange.Method} {exchange.Path}"), [.. api.Operations.Select(operation => operation.Id)], told);
            if (screens)
            {
                var start = profile.Ui!.Base.RevealAddress(new Secrets());
                var (_, offered) = await ScreenOffer.LookAsync(start, ["OP"], new Secrets(_ => "op1:pass"), TimeProvider.System, CancellationToken.None);
                string Address(string open) => open.StartsWith('/') ? start.AbsolutePath.TrimEnd('/') + open : offered.FirstOrDefault(screen => screen.Titles.Contains(open.Split('>')[^1].Trim()))?.Id ?? open;
                Report(part.App, "ui", Matching.Match([.. sought.Where(exchange => exchange is { IsBatch: false, IsDocument: false })], offered, ItemNames.Of(standard)),
                    profile.Ui.Exchanges.Values.Where(exchange => exchange.Steps[0].Open is not null).ToDictionary(exchange => exchange.Name, exchange => Address(exchange.Steps[0].Open!)), [.. offered.Select(screen => screen.Id)], told);
            }
        }

        return 0;
    }

    private static void Report(string app, string surface, IReadOnlyList<Guess> guesses, Dictionary<string, string> byHand, HashSet<string> described, bool told)
    {
        var proposed = guesses.Where(guess => guess.Place is not null && byHand.ContainsKey(guess.Exchange.Name)).ToList();
        var beyond = guesses.Count(guess => guess.Place is not null) - proposed.Count;
        var right = proposed.Count(guess => byHand.GetValueOrDefault(guess.Exchange.Name) == guess.Place!.Id);
        var visible = byHand.Count(mapping => described.Contains(mapping.Value));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{app,-11}  {surface,-7}  {byHand.Count,7}  {visible,9}  {proposed.Count,8}  {right,5}  {(double)right / Math.Max(1, proposed.Count),9:0.00}  {(double)right / byHand.Count,6:0.00}  {(double)right / Math.Max(1, visible),30:0.00}  {beyond,15}"));
        foreach (var guess in guesses.Where(guess => told && guess.Place?.Id != byHand.GetValueOrDefault(guess.Exchange.Name)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {guess.Exchange.Name}: {guess.Place?.Id ?? "-"} ({guess.Confidence:0.00} {guess.Word}); by hand {byHand.GetValueOrDefault(guess.Exchange.Name) ?? "-"}; next {string.Join(", ", guess.RunnersUp.Select(other => string.Create(CultureInfo.InvariantCulture, $"{other.Place.Id} {other.Score:0.00}")))}"));
        }
    }
}
