using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Drivers.Tests;

public sealed class ProfileLintTests
{
    private static readonly Dictionary<string, InterfaceDefinition> Interfaces = new() { ["付番"] = InterfaceReader.Read(Some.Data("fuban.yaml")).Single() };

    [Fact]
    public void A_profile_that_fits_has_no_problems()
    {
        var profile = Some.Profile("付番: standard\n照会: {post: /x, items: {氏名: name}}");

        var result = ProfileLint.Check(profile, ["付番", "照会"], Interfaces, new HashSet<string> { "氏名", "宛名番号" });

        result.Problems.Should().BeEmpty();
        result.Unmapped.Should().BeEmpty();
    }

    [Fact]
    public void Unknown_exchanges_and_items_and_missing_interfaces_have_their_places_and_unmapped_exchanges_are_listed()
    {
        var profile = Some.Profile(
            "変更: standard\n照合: {post: /x}\n照会: {post: /x, items: {氏明: name}}",
            "照会: {open: /x, fill: [宛名番後], as: {氏名: 全角}}");

        var result = ProfileLint.Check(profile, ["付番", "照会", "変更"], Interfaces, new HashSet<string> { "氏名", "宛名番号" });

        result.Problems.Select(p => p.Code).Should().Equal("CF5011", "CF5012", "CF5016", "CF5016");
        result.Problems.Select(p => p.Line).Should().BeInAscendingOrder().And.OnlyContain(l => l > 0);
        result.Problems[1].Remedy.Should().Contain("照会");
        result.Problems[3].Remedy.Should().Contain("宛名番号");
        result.Unmapped.Should().BeEquivalentTo([new UnmappedExchange("付番", "api"), new UnmappedExchange("付番", "ui"), new UnmappedExchange("変更", "ui")]);
    }

    [Fact]
    public void What_is_declared_or_excused_has_to_be_in_the_standard_and_must_not_be_forbidden()
    {
        var profile = Declaring("declares: [9990001, 9990002, 9990004]\nnot-applicable: {'9990003': 使わない, '9990009': 使わない}");

        var problems = ProfileLint.Units(profile, Standard((9990001, RequirementClass.Optional), (9990002, RequirementClass.Forbidden), (9990003, RequirementClass.Mandatory)));

        problems.Select(p => p.Code).Should().Equal("CF5019", "CF5019", "CF5019");
        problems.Select(p => p.Fact).Should().SatisfyRespectively(
            first => first.Should().Contain("forbids").And.Contain("9990002"),
            second => second.Should().Contain("9990004"),
            third => third.Should().Contain("9990009"));
        problems.Should().OnlyContain(p => p.Line > 0 && p.Column > 0);
    }

    [Fact]
    public void A_linkage_inside_a_package_has_to_be_one_that_the_standard_has()
    {
        var standard = Standard() with { Roles = [Role("管理機能", "準拠システム", "none"), Role("準拠システム", "管理機能", "asks")] };

        ProfileLint.Units(Packaged("準拠システム", "管理機能"), standard).Should().BeEmpty();
        ProfileLint.Units(Packaged("管理機能", "準拠システム"), standard).Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF5033" && problem.Line == 9);
    }

    [Fact]
    public void What_fits_is_no_problem() =>
        ProfileLint.Units(Declaring("declares: [9990001]"), Standard((9990001, RequirementClass.Optional))).Should().BeEmpty();

    [Theory]
    [InlineData("declares: []")]
    [InlineData("declares: {functions: []}")]
    [InlineData("declares: {functions: [], reason: ''}")]
    public void An_empty_declaration_is_refused(string declares)
    {
        var act = () => Declaring(declares);

        act.Should().Throw<BadInputException>().WithMessage("CF5008*");
    }

    private static Profile Declaring(string declares, string roles = "対象") => ProfileLoader.Parse(
        $$"""
        product: {name: 見本, version: '1', vendor: 見本}
        standard: '999'
        edition: '1.0'
        roles: [{{roles}}]
        class: 一般市区町村
        environment: {kind: test, owner: 品質保証}
        {{declares}}
        api:
          base: 'http://127.0.0.1:1/'
          auth: {method: none}
        """, "some.profile.yaml");

    private static Profile Packaged(string from, string to) => Declaring("declares: {functions: [], reason: なし}\npackage:\n- {from: " + from + ", to: " + to + ", reason: 一体, citation: 例 1.4}", "管理機能, 準拠システム");

    private static RoleContracts Role(string name, string neighbour, string kind) => new(name, "slug", VerdictUnit.FlowStep, "人", neighbour, new Dictionary<string, ExchangeContract>(), new Dictionary<string, FlowContract>(),
        [new Contract("999-1-①", kind, Basis.Official, "例", [], [], new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>(), 1)], []);

    private static Standard Standard(params (int Id, RequirementClass Class)[] functions) => new(
        "/standards/999-rei/1.0", "999", "例", "1.0", new DateOnly(2026, 4, 1), StandardStatus.Illustrative, false, [], [],
        [.. functions.Select(function => new Function(new FunctionId(function.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), "大", "中", "機能", "",
            new Dictionary<MunicipalityClass, RequirementClass> { [MunicipalityClass.Other] = function.Class }, Basis.Official, null, "例"))], [], [], [], [], []);
}
