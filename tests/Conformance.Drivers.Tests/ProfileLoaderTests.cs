using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Tests;

public sealed class ProfileLoaderTests
{
    [Fact]
    public void Every_part_of_a_profile_is_read()
    {
        var profile = Some.FullProfile();

        profile.Product.Should().Be(new ProductIdentity("住登外者管理", "3.2", "見本システム株式会社") { Build = new BuildSource("/version", "api", "$.build", null, null) });
        profile.Class.Should().Be(MunicipalityClass.Other);
        profile.Environment.MayWrite.Should().BeTrue();
        profile.Declares.Reason.Should().Be("この標準に標準オプション機能はない");
        profile.See.Deadline.Should().Be(TimeSpan.FromSeconds(2));
        var api = profile.Api!;
        api.Auth.Method.Should().Be(AuthMethod.ClientSecretJwt);
        api.Exchanges["付番"].Standard.Should().BeTrue();
        api.Exchanges["照会"].Conditions.Should().Be(new ConditionLayout { In = "joken", Item = "komoku", Value = "chi", Match = "itchi", Exact = "kanzen", Partial = "bubun" });
        api.Exchanges["変更"].Method.Should().Be("PUT");
        api.Exchanges["履歴照会"].Read.Items.Should().Contain("宛名番号", "$.number");
        var ui = profile.Ui!;
        ui.Items.Should().Contain("操作者ID", null).And.Contain("氏名_フリガナ", "カナ氏名");
        ui.As["生年月日"].Should().Be(new ShownAs.Date(DateForm.Era));
        ui.Exchanges["付番"].Items.Should().Contain("氏名", "氏名（漢字）");
        ui.Exchanges["変更"].Steps.Should().HaveCount(4);
        ui.Exchanges["変更"].Steps[0].Fill!.Only.Should().Equal("宛名番号");
        ui.Exchanges["変更"].Steps[2].AbsentIsRefusal.Should().BeTrue();
        ui.Exchanges["履歴照会"].Steps[1].In.Should().Be("検索結果");
    }

    [Fact]
    public void The_layouts_of_the_calls_to_neighbours_are_read()
    {
        var neighbours = Some.FullProfile().Neighbours;

        (neighbours.Host, neighbours.Port, neighbours.Address).Should().Be(("0.0.0.0", 8041, new Uri("http://harness.example:8041/")));
        var calls = neighbours.Systems["住登外者宛名番号管理機能"];
        calls.Select(call => (call.Name, call.Method)).Should().Equal(("照会", "POST"), ("変更", "PUT"), ("削除", "DELETE"), ("名寄せ", "PATCH"), ("履歴照会", "GET"));
        calls[0].Records.Should().Be("data.list");
        calls[0].Refused!.Errors.Should().Be("problems");
        calls[0].Conditions!.In.Should().Be("where");
        calls[1].When.Should().Contain("kind", "U");
    }

    [Theory]
    [InlineData("port: 8041", "port: eighty", "CF5005")]
    [InlineData("url: http://harness.example:8041/", "url: harness", "CF5005")]
    [InlineData("records: '$.data.list[*]'", "records: '$..list[?(@.a)]'", "CF5014")]
    [InlineData("{put: '/persons/{宛名番号}', when", "{when", "CF5003")]
    [InlineData("post: /persons/search", "poste: /persons/search", "CF5002")]
    public void A_layout_that_cannot_be_is_told_with_its_place(string right, string wrong, string code)
    {
        var text = File.ReadAllText(Some.Data("full.profile.yaml"));
        text.Should().Contain(right);

        var act = () => ProfileLoader.Parse(text.Replace(right, wrong, StringComparison.Ordinal), "some.profile.yaml", new ProfileInputs { Variables = new Dictionary<string, string> { ["port"] = "5031" } });

        act.Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == code && problem.Line > 0);
    }

    [Fact]
    public void Variables_of_the_caller_are_filled_in_and_secrets_are_not()
    {
        var profile = Some.FullProfile();

        profile.Api!.Base.Reveal(new Secrets()).Should().Be("http://127.0.0.1:5031/");
        profile.Api.Auth.Secret!.ToString().Should().Be("${env:SEC}");
        profile.Api.Auth.Secret.Reveal(new Secrets(_ => "very-secret-value")).Should().Be("very-secret-value");
    }

    [Fact]
    public void All_problems_come_at_once_with_line_and_column()
    {
        const string text = """
            product: {name: x, version: '1'}
            standard: '031'
            editon: '2.1'
            roles: []
            class: 村
            environment: {kind: prod, owner: y}
            declares: []
            api:
              base: ftp://x
              timeout: soon
              tiemout: 3 s
              auth: {method: client_secret_jwt, server: harness, secret: abc}
              付番: maybe
              照会: {post: /a, get: /b, with: {a: '${nobody}'}}
              変更: {put: /x, read: {records: '$.['}}
            ui:
              base: http://127.0.0.1/
              login: {fill: {利用者: '${operator}'}, press: 入る}
              付番: {open: a, as: {性別: {'1': 男, '2': 男}, 生年月日: 旧暦}, read: {match: {宛名番号: 'abc'}}, row: [x]}
              照会: {steps: [], press: 検索}
            """;

        var act = () => ProfileLoader.Parse(text, "acme.profile.yaml");

        var problems = act.Should().Throw<BadInputException>().Which.Problems;
        problems.Select(p => $"{p.Code}({p.Line},{p.Column})").Should().Equal(
            "CF5003(1,1)", // edition
            "CF5003(1,10)", // vendor
            "CF5002(3,1)",
            "CF5008(4,8)",
            "CF5005(5,8)",
            "CF5005(6,21)",
            "CF5008(7,11)",
            "CF5005(9,9)",
            "CF5005(10,12)",
            "CF5002(11,3)",
            "CF5006(12,62)",
            "CF5004(13,7)",
            "CF5003(14,7)",
            "CF5007(14,37)",
            "CF5014(15,23)",
            "CF5003(17,3)", // operators
            "CF5003(19,7)", // row without in
            "CF5005(19,26)",
            "CF5005(19,50)",
            "CF5005(19,69)",
            "CF5004(20,15)",
            "CF5005(20,26)");
        problems.Should().OnlyContain(p => p.Remedy.Length > 0 && p.File == "acme.profile.yaml");
        problems.Single(p => p.Line == 3).Remedy.Should().Contain("\"edition\"");
        problems.Should().NotContain(p => p.ToString().Contains("abc", StringComparison.Ordinal) && p.Code == "CF5006", "a secret is not repeated");
    }

    [Theory]
    [InlineData("a: [", "CF5001")]
    [InlineData("a: 1\na: 2", "CF5001")]
    [InlineData("", "CF5001")]
    [InlineData("a: 1\n---\nb: 2", "CF5001")]
    [InlineData("- a", "CF5004")]
    public void A_text_that_is_no_profile_is_refused(string text, string code)
    {
        var act = () => ProfileLoader.Parse(text, "x");

        act.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void A_missing_file_is_bad_input()
    {
        var act = () => ProfileLoader.Load("no-such.profile.yaml");

        act.Should().Throw<BadInputException>().WithMessage("CF5001*");
    }

    [Fact]
    public void An_exchange_that_the_standard_does_not_have_is_refused_with_the_nearest_name()
    {
        var act = () => Some.FullProfile(exchanges: ["付番", "照会", "変更", "削除", "名寄せ", "名寄せ照会", "更新履歴照会", "全件データ出力", "全件データ取得"]);

        var problems = act.Should().Throw<BadInputException>().Which.Problems;
        problems.Should().HaveCount(2).And.OnlyContain(p => p.Code == "CF5012" && p.Remedy.Contains("更新履歴照会"));
    }
}
