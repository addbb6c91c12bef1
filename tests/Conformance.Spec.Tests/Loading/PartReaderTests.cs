namespace Conformance.Spec.Tests.Loading;

/// <summary>Forms, linkages, scope, tables and 経過措置 are read, and each mistake in them has its code and its place.</summary>
public sealed class PartReaderTests
{
    [Theory]
    [InlineData(Some.Residents, "functions.csv", "附則第2項,2028-03-31", "首長の決裁,2028-03-31", "CF1306")]
    [InlineData(Some.Residents, "functions.csv", "住民記録標準仕様（例示）附則第2項,2028-03-31", ",2028-03-31", "CF1306")]
    [InlineData(Some.Residents, "functions.csv", "附則第2項,2028-03-31", "附則第2項,2028-04-31", "CF1304")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "format: 和暦}", "format: 西歴}", "CF1322")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "item: 住記-D003}", "item: 住記-D999}", "CF1325")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "never: [住記-D002]", "never: [住記-D999]", "CF1325")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "never: [住記-D002]", "never: [住記-D003]", "CF1326")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "never: [住記-D002]", "suppressions: [{when: 支援対象者, items: [住記-D002], text: 記載省略}]", "CF1327")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "required: false, when: 方書がある", "required: false", "CF1328")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "required: false, when: 方書がある", "required: いいえ, when: 方書がある", "CF1206")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "function: 住記-3.1.3", "function: 住記-3.1.99", "CF1324")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "function: 住記-3.1.3", "function: 除票", "CF1301")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "basis: illustrative", "basis: sample", "CF1404")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "recipient: 請求者", "recipent: 請求者", "CF1202")]
    [InlineData(Some.Residents, "forms/johyo.yaml", "recipient: 請求者", "recipent: 請求者", "CF1204")]
    [InlineData(Some.Residents, "linkages.csv", "001x002,", "001x001,", "CF1331")]
    [InlineData(Some.Residents, "linkages.csv", "転出証明書情報,住民記録システム,", "転出証明書情報,,", "CF1332")]
    [InlineData(Some.Residents, "linkages.csv", ",ファイル,", ",FAX,", "CF1333")]
    [InlineData(Some.Residents, "linkages.csv", "住記-D021;", "住記-D999;", "CF1334")]
    [InlineData(Some.Residents, "linkages.csv", ",住記-5.1.1,", ",住記-5.1.99,", "CF1335")]
    [InlineData(Some.Residents, "linkages.csv", "REST,jumin,", "REST,jumim,", "CF1336")]
    [InlineData(Some.Residents, "scope.yaml", ", reason: 会計機能が受け持つ", "", "CF1342")]
    [InlineData(Some.Residents, "scope.yaml", "reason: 会計機能が受け持つ", "reason: 会計機能が受け持つ, parts: [{name: 手数料, in: true}]", "CF1343")]
    [InlineData(Some.Residents, "scope.yaml", "reason: 会計機能が受け持つ", "reason: 会計機能が受け持つ, functions: [住記-3.1.1]", "CF1344")]
    [InlineData(Some.Residents, "scope.yaml", "住記-5.1.4]", "住記-5.1.9]", "CF1345")]
    [InlineData(Some.Residents, "scope.yaml", "住記-5.1.4]", "住記-5.1.4, 住記-6.1.1]", "CF1346")]
    [InlineData(Some.Residents, "scope.yaml", ", 住記-5.1.4]", "]", "CF1347")]
    [InlineData(Some.Ordinance, "tables/shikyugaku.csv", "条件:支給の型,条件:加算額", "支給の型,加算額", "CF1351")]
    [InlineData(Some.Ordinance, "tables/shikyugaku.csv", "\nzero,", "\n零,", "CF1352")]
    [InlineData(Some.Ordinance, "tables/shikyugaku.csv", "\nzero,", "\nhome,", "CF1352")]
    [InlineData(Some.Ordinance, "tables/shikyugaku.csv", ",12500,62500,", ",12500,,", "CF1353")]
    [InlineData(Some.Ordinance, "tables/shikyugaku.csv", "1,0,50000,", "1,12500,50000,", "CF1354")]
    [InlineData(Some.Ordinance, "tables/shikyugaku.csv", "facility,支給-2.1.2", "facility,支給-2.1.9", "CF1355")]
    [InlineData(Some.Ordinance, "tables/shikyugaku.csv", "50000,例示,", "50000,見本,", "CF1305")]
    public void Each_mistake_has_its_code_and_its_place(string edition, string file, string old, string instead, string code)
    {
        using var copy = new StandardCopy(edition);
        copy.Edit(file, old, instead);

        var problem = copy.Problems().Should().Contain(found => found.Code == code).Which;
        problem.File.Should().EndWith(file);
        problem.Line.Should().BePositive();
        problem.ToString().Should().MatchRegex(@"^CF\d{4} .+\(\d+,\d+\): .+ .+\.$");
    }

    [Fact]
    public void Two_forms_with_one_ID_are_CF1323()
    {
        using var copy = new StandardCopy(Some.Residents);
        copy.Edit("forms/johyo.yaml", "id: 住記-F02", "id: 住記-F01");

        copy.Problems().Should().ContainSingle().Which.Code.Should().Be("CF1323");
    }

    [Fact]
    public void A_form_that_prints_nothing_is_CF1321()
    {
        using var copy = new StandardCopy(Some.Residents);
        copy.Delete("forms/johyo.yaml");
        copy.Append("forms/johyo.yaml", "{id: 住記-F02, name: 除票の写し, function: 住記-3.1.3, recipient: 請求者, trigger: 請求, basis: illustrative, source: 例示}\n");

        copy.Problems().Should().ContainSingle().Which.Code.Should().Be("CF1321");
    }

    [Fact]
    public void A_standard_without_these_parts_has_none_of_them()
    {
        using var copy = new StandardCopy();
        var standard = Conformance.Spec.Loading.StandardLoader.Load(copy.Folder);

        (standard.Forms.Count, standard.Linkages.Count, standard.Scope.Count, standard.Tables.Count).Should().Be((0, 0, 0, 0));
        standard.Functions.Should().OnlyContain(function => function.Transition == null);
    }
}
