using System.Text.Json.Nodes;
using Conformance.Cli;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Linkages;
using Conformance.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Steps.Tests.Running;

/// <summary>A scenario of a few sentences, run from the Gherkin to the verdict against a target of a few lines.</summary>
internal static class Story
{
    private const string Unit = "例-1";

    /// <param name="answer">Is given the last part of the path and the body, and says status and body.</param>
    /// <param name="steps">Sentences; a ならば blames 例-1.</param>
    public static Task<ScenarioResult> TellAsync(Func<string, JsonObject, (int Status, JsonNode Body)> answer, params string[] steps) => TellAsync(answer, new Put("/nowhere"), steps);

    /// <param name="put">Where the target lays what 「出力」 puts out.</param>
    public static async Task<ScenarioResult> TellAsync(Func<string, JsonObject, (int Status, JsonNode Body)> answer, Put put, params string[] steps)
    {
        var home = Directory.CreateTempSubdirectory("conformance-story-");
        try
        {
            await using var target = await TargetAsync(answer);
            var standard = Standard(Directory.CreateDirectory(Path.Combine(home.FullName, "standards", "999-rei", "1.0")).FullName);
            var features = Directory.CreateDirectory(Path.Combine(home.FullName, "features", "999-rei", "1.0", "taisho"));
            await File.WriteAllTextAsync(Path.Combine(features.FullName, "a.feature"), $"""
                # language: ja
                機能: 例
                  @機能:{Unit} @実装必須 @api
                  シナリオ: [taisho.{Unit}.story] 例
                {string.Join('\n', steps.Select(step => "    " + step.Replace("ならば ", $"ならば 機能「{Unit}」（例示）: ", StringComparison.Ordinal)))}

                """);
            var profile = ProfileLoader.Parse($$"""
                product: {name: 見本, version: '1', vendor: 見本}
                standard: '999'
                edition: '1.0'
                roles: [対象]
                class: 一般市区町村
                environment: {kind: test, owner: 試験, settings: read-only, writers: {{put.Writers}} }
                declares: {functions: [], reason: なし}
                operators: [op1, op2, view1]
                batches: {出力: {{put.Batch}} }
                outputs: {出力: {folder: '{{put.Folder}}', set: '_(\d+)\.csv'} }
                see: {deadline: 100 ms, interval: 20 ms}
                api:
                  base: {{target.Urls.Single()}}
                  auth: {method: none}
                  登録: {post: /register}
                  照会: {post: /find}
                  番号照会: {post: /find}
                """, "story.profile.yaml", new ProfileInputs { Exchanges = standard.Role("対象").Exchanges.Keys.ToHashSet(StringComparer.Ordinal) });
            var run = await ConformanceRun.RunAsync(new RunRequest
            {
                Profile = profile,
                Standard = standard,
                Role = "対象",
                EvidenceFolder = Path.Combine(home.FullName, "evidence"),
                Surfaces = Surfaces.Api,
                Seed = 1,
                Parallelism = 1,
                Folders = new ProjectFolders(home.FullName),
                Time = TimeProvider.System,
                Secrets = new Secrets(_ => null),
            }, TestContext.Current.CancellationToken);
            return run.Scenarios.Single();
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <summary>An answer with these records.</summary>
    public static (int Status, JsonNode Body) Records(params JsonObject[] records) => (200, new JsonObject { ["result"] = new JsonArray([.. records.Select(record => record.DeepClone())]) });

    public static (int Status, JsonNode Body) Refused() => (400, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = "E0005", ["message"] = "ありません。" }) });

    /// <summary>A standard of one function, four items, a code list and a linkage that carries three of the items.</summary>
    public static Standard Standard(string folder = "/standards/999-rei/1.0") => new(
        folder, "999", "例", "1.0", new DateOnly(2026, 4, 1), StandardStatus.Illustrative, false, [Role()], [],
        [new Function(new FunctionId(Unit), "大", "中", "例", "", new Dictionary<MunicipalityClass, RequirementClass> { [MunicipalityClass.Other] = RequirementClass.Mandatory }, Basis.Illustrative, null, "例示")],
        [Item("D1", "氏名", "shimei", "Ｎ", "10"), Item("D2", "生年月日", "seinengappi", "DATE"), Item("D3", "番号", "bango", "X", "5") with { IsKey = true }, Item("D4", "区分", "kubun", "X", "1", "C1"), Item("D5", "件数", "kensu", "9", "3")],
        [new CodeList("C1", "区分", new Dictionary<string, string> { ["1"] = "あり", ["2"] = "なし" })], [], [], [])
    {
        Linkages = [new Linkage("999x001", "例", "甲", "乙", "", false, "", ["D2", "D3", "D4", "D5"], [], "例示", 1)],
    };

    /// <param name="Folder">Absolute.</param>
    /// <param name="Writers">Who writes while the scenario runs: alone or shared.</param>
    /// <param name="Batch">How 「出力」 comes about.</param>
    internal sealed record Put(string Folder, string Writers = "shared", string Batch = "自動");

    private static DataItem Item(string id, string name, string romaji, string type, string length = "", string code = "") => new(id, name, romaji, "例", type, length, code, "任意", "", "例示");

    private static RoleContracts Role() => new(
        "対象", "taisho", VerdictUnit.Function, "人", "隣", new[]
        {
            Exchange("登録") with { Sends = ["氏名", "生年月日", "区分"], Keeps = ["番号"] },
            Exchange("照会") with { Sends = [], Finds = ["番号", "氏名"], Keeps = ["番号"] },
            Exchange("番号照会") with { Sends = [], Finds = ["番号"] },
            Exchange("出力") with { By = "batch", Sends = [], PutsOut = ["例"], LeavesOut = ["件数"] },
        }.ToDictionary(exchange => exchange.Name),
        new Dictionary<string, FlowContract>(),
        [new Contract(Unit, "none", Basis.Illustrative, "例示", [], [], new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>(), 1)], ["氏名"])
    {
        Has = new Dictionary<string, string> { ["区分"] = "1" },
        Parts = new Dictionary<string, IReadOnlyList<string>> { [PartWords.Telling] = ["氏名", "生年月日"] },
        Cases = new Dictionary<string, IReadOnlyDictionary<string, string?>> { ["区分の変更"] = new Dictionary<string, string?> { ["区分"] = "2" }, ["区分なし"] = new Dictionary<string, string?> { ["区分"] = null } },
    };

    private static ExchangeContract Exchange(string name) => new(name, null, Basis.Illustrative, "", "", "", "", "person", new Dictionary<string, string>(), $"「甲」について「{name}」を行う", new Dictionary<string, string>());

    private static async Task<WebApplication> TargetAsync(Func<string, JsonObject, (int Status, JsonNode Body)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            var asked = await JsonNode.ParseAsync(context.Request.Body) as JsonObject ?? [];
            var (status, body) = answer(context.Request.Path.Value!.TrimStart('/'), asked);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString());
        });
        await app.StartAsync();
        return app;
    }
}
