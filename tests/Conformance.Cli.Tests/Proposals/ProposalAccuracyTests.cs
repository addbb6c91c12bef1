using System.Text.Json.Nodes;
using Conformance.Cli.Proposals;
using Conformance.Cli.Runs;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Tests.Proposals;

/// <summary>What is proposed from the descriptions of the reference applications, against the mappings that people wrote for them. The measured figures, screens
/// included, are printed by <c>bench profile</c>; fewer than these must not be found.</summary>
public sealed class ProposalAccuracyTests
{
    [Theory]
    [InlineData("atena", 12)]
    [InlineData("core", 10)]
    [InlineData("jidoteate", 40)]
    [InlineData("jumin", 32)]
    [InlineData("shikyu", 8)]
    public async Task At_least_so_many_operations_are_found_from_names_and_items(string app, int atLeast)
    {
        var part = ReferencePart.All.Single(part => part.App == app);
        var standard = StandardLoader.LoadById(Path.Combine(ConformanceProgram.Home, "standards"), part.Standard);
        await using var reference = await ReferenceProcess.StartAsync(["--app", app, .. app == "core" ? Neighbour : []], TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var api = DescribedApi.Read(await client.GetStringAsync(new Uri(reference.Address, "openapi.json")), "openapi.json");
        var byHand = ProfileLoader.Load(Path.Combine(ConformanceProgram.Home, "cli", "Demo", part.Profile), new ProfileInputs { Variables = new Dictionary<string, string> { ["target"] = reference.Address.ToString() } });
        var sought = SoughtExchanges.Of(standard, standard.Role(part.Role), MunicipalityClass.Other);

        var guesses = Matching.Match(sought, api.Operations, ItemNames.Of(standard));

        guesses.Count(guess => guess.Place is { } place && byHand.Api!.Exchanges.TryGetValue(guess.Exchange.Name, out var exchange)
            && (exchange.Standard ? guess.Exchange.Official!.Value.Path.Trim('/') == place.Path.Trim('/') : $"{exchange.Method} {exchange.Path}" == place.Id)).Should().BeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public async Task A_proposal_loads_says_what_is_missing_and_has_the_same_bytes_twice()
    {
        await using var reference = await ReferenceProcess.StartAsync(["--app", "shikyu"], TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        using var http = new HttpClient();
        var description = JsonNode.Parse(await http.GetStringAsync(new Uri(reference.Address, "openapi.json"), TestContext.Current.CancellationToken))!;
        description["paths"]!.AsObject().Remove("/api/chohyo/{chohyobango}").Should().BeTrue("a proposal has to tell of what is missing");
        var described = folder.Write("openapi.json", description.ToJsonString());
        string[] Call(string file) => ["profile", "init", "--standard", "900", "--openapi", described, "--base", reference.Address.ToString(), "--out", file];

        var first = await ConformanceProgram.RunAsync(Call(folder["a.profile.yaml"]));
        var second = await ConformanceProgram.RunAsync(Call(folder["b.profile.yaml"]));
        var again = await ConformanceProgram.RunAsync(Call(folder["a.profile.yaml"]));

        first.ExitCode.Should().Be(0, first.Errors);
        second.ExitCode.Should().Be(0);
        again.ExitCode.Should().Be(2);
        again.Errors.Should().StartWith("CF6032", "a proposal overwrites nothing");
        var text = await File.ReadAllTextAsync(folder["a.profile.yaml"]);
        text.Should().Be(await File.ReadAllTextAsync(folder["b.profile.yaml"]));
        text.Should().Contain("# TODO ◎ 実装必須 帳票出力：見つからない。").And.MatchRegex("# 高 0\\.[0-9]{2} POST /api/shinsei-shokai");
        ProfileLoader.Parse(text, "a.profile.yaml").Api!.Exchanges.Should().HaveCountGreaterThanOrEqualTo(8);
        (await ConformanceProgram.RunAsync("profile", "lint", folder["a.profile.yaml"])).Output.Should().MatchRegex("◎ 実装必須 1\n +帳票出力: 支給-");
    }

    [Theory]
    [InlineData("not json at all", "CF5042")]
    [InlineData("{\"swagger\": \"2.0\"}", "CF5042")]
    public async Task What_is_no_description_is_refused_and_nothing_is_written(string text, string code)
    {
        using var folder = new TemporaryFolder();

        var result = await ConformanceProgram.RunAsync("profile", "init", "--standard", "900", "--openapi", folder.Write("x.json", text), "--out", folder["p.yaml"]);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().StartWith(code);
        File.Exists(folder["p.yaml"]).Should().BeFalse();
    }

    private static readonly string[] Neighbour = ["--neighbour", "http://127.0.0.1:1/", "--token-endpoint", "http://127.0.0.1:1/", "--client-id", new('a', 32), "--client-secret", new('b', 32)];
}
