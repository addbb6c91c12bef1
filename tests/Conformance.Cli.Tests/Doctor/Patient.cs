using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Profiles;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests.Doctor;

/// <summary>A profile of the example standard, and what the doctor says about its product.</summary>
internal static class Patient
{
    public const string Bearer = "{method: bearer, secret: '${token}'}";

    public static string Text(Uri target, string auth = Bearer, string further = "", string? ca = null, string ui = "") => $$"""
        product: {name: 小さな製品, version: '1', vendor: 見本}
        standard: '900'
        edition: '0.1'
        roles: [標準準拠システム]
        class: 一般市区町村
        environment: {kind: test, owner: 品質保証}
        declares: {functions: [], reason: ない}
        {{further}}
        api:
          base: {{target}}
          timeout: 2 s
          {{(ca is null ? "" : $"tls: {{ca: '{ca}'}}")}}
          auth: {{auth}}
          申請登録: {post: /api/shinsei}
          申請照会: {post: /api/shokai}
          氏名照会: {post: /api/shokai}
          帳票出力: {get: '/api/chohyo/{帳票番号}'}
          決定: {post: /api/kettei}
        {{ui}}
        """;

    public static async Task<IReadOnlyList<PreflightFinding>> FindingsAsync(string profile, Surfaces surfaces = Surfaces.Api)
    {
        using var folder = new TemporaryFolder();
        var loaded = ProfileLoader.Parse(profile, folder["patient.profile.yaml"], new ProfileInputs { Variables = new Dictionary<string, string> { ["token"] = "a-token-for-the-miniature" } });
        return await DoctorCommand.ExamineAsync(loaded, StandardLoader.LoadById(Path.Combine(ConformanceProgram.Home, "standards"), "900"), surfaces, 0, folder["out"], TimeSpan.FromMinutes(2), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public static IReadOnlyList<PreflightFinding> Bad(this IReadOnlyList<PreflightFinding> findings) => [.. findings.Where(finding => finding.Level is PreflightLevel.Failure or PreflightLevel.Warning)];
}
