using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Cli.Tests.Miniatures;

namespace Conformance.Cli.Tests;

/// <summary>A product that plays both roles of 031 as one package: the core reference asks the other reference, and nobody is played between them.</summary>
public sealed partial class PackageRunTests
{
    private const string Token = "package0token0package0token00000";

    [Fact]
    public async Task What_stays_inside_the_package_does_not_apply_its_effects_are_judged_and_the_common_function_stays_required()
    {
        using var folder = new TemporaryFolder();
        var port = FreePort();
        await using var function = ConformanceProgram.Start("reference", "serve", "--app", "atena", "--port", "0", "--introspection", $"http://127.0.0.1:{port}/oauth/introspect");
        var functionAt = await AddressAsync(function);
        var client = new Dictionary<string, string> { ["CONFORMANCE_CLIENT_ID"] = "package0package0package0package0", ["CONFORMANCE_CLIENT_SECRET"] = "package0package0package0package0package0" };
        await using var core = ConformanceProgram.Start(client, "reference", "serve", "--app", "core", "--port", "0", "--token", Token,
            "--neighbour", functionAt.ToString(), "--token-endpoint", $"http://127.0.0.1:{port}/oauth/token", "--fault", "C07-other-number-registered");
        await using var package = await PackageTarget.StartAsync(functionAt, await AddressAsync(core), Token);
        var profile = folder.Write("package.profile.yaml", Profile(package.Address));

        await using var program = ConformanceProgram.Start(client, "run", "--profile", profile, "--driver", "api", "--mocks-port", port, "--filter", "@フロー:031-1", "--out", folder["out"]);
        var run = await program.EndAsync();

        run.ExitCode.Should().Be(1, run.Output + run.Errors);
        run.Output.Should().Contain("一つのパッケージの中の連携").And.Contain("共通機能標準仕様書 第2.1版 1.4");
        var runs = Some.Result(folder["out"]).GetProperty("runs").EnumerateArray().ToDictionary(one => one.GetProperty("run").GetProperty("role").GetString()!);
        var steps = runs["標準準拠システム"].GetProperty("steps").EnumerateArray().ToDictionary(step => step.GetProperty("id").GetString()!);
        foreach (var exempt in new[] { "031-1-④", "031-1-⑨", "031-1-⑩", "031-6-⑩" })
        {
            Verdict(steps[exempt]).Should().Be("notApplicable");
            steps[exempt].GetProperty("reason").GetString().Should().Contain("一体のパッケージとして提供する［共通機能標準仕様書 第2.1版 1.4］");
        }

        Verdict(steps["031-1-⑧"]).Should().Be("conforms", "what is kept is seen without the messages inside");
        Verdict(steps["031-1-⑭"]).Should().Be("nonconforming", "another number is kept than the common function gave");
        var functions = runs["住登外者宛名番号管理機能"].GetProperty("functions").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        functions["0310004"].GetProperty("scenarios").GetProperty("conforms").GetInt32().Should().BePositive("systems of other vendors may link to it");
        functions.Values.Select(Verdict).Should().NotContain("notApplicable");
        runs["住登外者宛名番号管理機能"].GetProperty("run").TryGetProperty("package", out _).Should().BeFalse("the linkage leads from the other role");
        runs["標準準拠システム"].GetProperty("run").GetProperty("package")[0].GetProperty("units").GetArrayLength().Should().Be(10);
        (await File.ReadAllTextAsync(folder["out", "junit.xml"], TestContext.Current.CancellationToken)).Should().Contain("標準準拠システム");
    }

    private static string Profile(Uri at)
    {
        string Demo(string name) => File.ReadAllText(Path.Combine(ConformanceProgram.Home, "cli", "Demo", name));
        string Api(string profile) => ApiPart().Match(profile).Groups[1].Value;
        var function = Demo("031-kanri.profile.yaml");
        var exchanges = string.Join('\n', Api(Demo("031-kikan.profile.yaml")).Split('\n').Where(line => !line.StartsWith("  base:", StringComparison.Ordinal) && !line.StartsWith("  timeout:", StringComparison.Ordinal) && !line.StartsWith("  auth:", StringComparison.Ordinal)));
        return function[..function.IndexOf("api:", StringComparison.Ordinal)].Replace("roles: [住登外者宛名番号管理機能]", """
            roles: [住登外者宛名番号管理機能, 標準準拠システム]
            package:
            - {from: 標準準拠システム, to: 住登外者宛名番号管理機能, reason: 一体のパッケージとして提供する, citation: 共通機能標準仕様書 第2.1版 1.4}
            """, StringComparison.Ordinal) + "api:\n" + Api(function).Replace("${target}", at.ToString(), StringComparison.Ordinal) + exchanges;
    }

    private static string Verdict(JsonElement unit) => unit.GetProperty("verdict").GetString()!;

    private static async Task<Uri> AddressAsync(ConformanceProgram reference) =>
        new((await reference.LineAsync(candidate => candidate.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

    private static string FreePort()
    {
        using var reserved = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        reserved.Start();
        return ((System.Net.IPEndPoint)reserved.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^api:\n(.*?)^ui:", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ApiPart();
}
