using System.Text.Json.Nodes;
using Conformance.Cli.Declared;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Steps.Running;
using Conformance.Verdicts;

namespace Conformance.Steps.Tests.Miniatures;

/// <summary>What a product describes of itself, against 児童手当（例示） and a profile.</summary>
public sealed class SurfaceReviewTests
{
    private const string RoleName = "標準準拠システム";
    private static readonly Lazy<Standard> Allowance = new(() => StandardLoader.LoadById(Path.Combine(Some.Root, "standards"), "027"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_undeclared_operation_that_fits_a_forbidden_function_and_answers_is_that_function()
    {
        var review = await ReviewAsync([("/api/shinsa", "審査"), ("/api/sainyuryoku", "申請の再入力")], (path, _) => path == "/api/sainyuryoku" ? 400 : 200);

        review.Findings.Should().ContainSingle().Which.Should().Match<SurfaceFinding>(finding => finding.Kind == SurfaceFindingKind.ForbiddenAnswers && finding.Unit == "児手-2.1.7" && finding.Reason.Contains("400"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(302)]
    [InlineData(503)]
    public async Task One_that_does_not_answer_when_it_is_executed_is_listed_and_nothing_more(int status)
    {
        var review = await ReviewAsync([("/api/shinsa", "審査"), ("/api/sainyuryoku", "申請の再入力")], (path, _) => path == "/api/sainyuryoku" ? status : 200);

        review.Findings.Should().ContainSingle().Which.Should().Match<SurfaceFinding>(finding => finding.Kind == SurfaceFindingKind.Undeclared && finding.Unit == "児手-2.1.7");
    }

    [Fact]
    public async Task A_gateway_that_answers_alike_wherever_one_asks_has_answered_for_nothing()
    {
        var review = await ReviewAsync([("/api/shinsa", "審査"), ("/api/sainyuryoku", "申請の再入力")], (_, _) => 400);

        review.Findings.Should().ContainSingle().Which.Should().Match<SurfaceFinding>(finding => finding.Kind == SurfaceFindingKind.Undeclared && finding.Reason.Contains("何もないはずの宛先にも同じ応答"));
    }

    [Fact]
    public async Task What_every_product_has_is_recognised_by_a_rule_and_needs_no_declaration()
    {
        var review = await ReviewAsync([("/api/shinsa", "審査"), ("/login", ""), ("/logout", ""), ("/oauth/token", ""), ("/health", ""), ("/swagger/index.html", ""), ("/static/site.css", ""), ("/metrics", "")], (_, _) => 200);

        review.Findings.Should().BeEmpty();
        review.Recognised.Select(place => place.Rule).Should().BeEquivalentTo("login", "logout", "token", "health", "docs", "static", "health");
        review.Searched.Should().ContainSingle().Which.Should().Be(new SearchedSurface("api", 8, 1, 0, 0, 7, 0, null));
    }

    [Fact]
    public async Task A_declared_addition_is_no_finding_and_another_operation_is()
    {
        var review = await ReviewAsync([("/api/shinsa", "審査"), ("/api/shukei/{nen}", "独自集計"), ("/api/betsu", "別の集計")], (_, _) => 200,
            "additions: [{name: 独自集計, kind: 追加機能, reason: 庁内の報告, operations: ['POST /api/shukei/{year}']}]");

        review.Searched.Single().Declared.Should().Be(1);
        review.Findings.Should().ContainSingle(finding => finding.Kind == SurfaceFindingKind.Undeclared && finding.Place == "POST /api/betsu 別の集計");
    }

    [Fact]
    public async Task An_optional_function_that_is_there_and_not_declared_is_told_by_its_function()
    {
        var review = await ReviewAsync([("/api/shinsa", "審査"), ("/api/ikkatsu", "申請の一括取込")], (_, _) => 200);

        review.Findings.Should().ContainSingle().Which.Should().Match<SurfaceFinding>(finding => finding.Kind == SurfaceFindingKind.PresentUndeclared && finding.Unit == "児手-2.1.8");
    }

    [Theory]
    [InlineData("", "一括取込")]
    [InlineData("一括取込: {post: /api/ikkatsu}", "一括取込")]
    public async Task An_optional_function_that_is_declared_and_not_there_is_told_whether_it_is_mapped_or_not(string mapped, string place)
    {
        var review = await ReviewAsync([("/api/shinsa", "審査")], (_, _) => 200, declares: "[児手-2.1.8]", mapped: mapped);

        review.Findings.Should().Contain(finding => finding.Kind == SurfaceFindingKind.DeclaredAbsent && finding.Unit == "児手-2.1.8" && finding.Place == place);
    }

    [Fact]
    public async Task A_product_that_describes_nothing_says_so_and_nothing_is_concluded()
    {
        var review = await ReviewAsync(null, (_, _) => 404);

        review.Findings.Should().BeEmpty();
        review.Searched.Should().ContainSingle(searched => searched.Places == 0 && searched.Trouble != null);
    }

    /// <param name="described">Path and title of what the description names; null: there is none.</param>
    private static async Task<SurfaceReview> ReviewAsync(IReadOnlyList<(string Path, string Title)>? described, Func<string, string, int> answer, string more = "", string declares = "{functions: [], reason: なし}", string mapped = "")
    {
        var paths = new JsonObject();
        foreach (var (path, title) in described ?? [])
        {
            paths[path] = new JsonObject { ["post"] = new JsonObject { ["summary"] = title } };
        }

        await using var product = await Miniature.StartAsync(new Uri("http://127.0.0.1:1/"), (asked, _) => Task.FromResult(
            asked.Path == "/openapi.json" && described is not null ? new Answer(200, new JsonObject { ["paths"] = paths }.ToJsonString()) : new Answer(answer(asked.Path, asked.Method), "{}")));
        await using var target = TargetSession.Open(ProfileLoader.Parse($$"""
            product: {name: P, version: '1', vendor: V}
            standard: '027'
            edition: '0.1'
            roles: [標準準拠システム]
            class: 一般市区町村
            environment: {kind: test, owner: q, settings: read-only}
            declares: {{declares}}
            {{more}}
            api:
              base: {{product.Address}}
              auth: {method: none}
              審査: {post: /api/shinsa}
              {{mapped}}
            """, "s.profile.yaml"), new TargetOptions { Surfaces = Surfaces.Api });
        return await new SurfaceReviewer(Allowance.Value, Allowance.Value.Role(RoleName), target).ReviewAsync(new ProductSurfaces(target), screens: false, Stop);
    }
}
