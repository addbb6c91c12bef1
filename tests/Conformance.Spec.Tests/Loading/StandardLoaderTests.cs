using Conformance.Spec.Csv;
using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests.Loading;

public sealed class StandardLoaderTests : IDisposable
{
    private const string Row = "0310009,住登外者宛名番号管理機能";
    private readonly StandardCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_copy_itself_loads() => _copy.Problems().Should().BeEmpty();

    [Fact]
    public void A_folder_without_a_standard_is_CF1000() =>
        FluentActions.Invoking(() => StandardLoader.Load(_copy.Root)).Should().Throw<BadInputException>().Which.Problems.Single().Code.Should().Be("CF1000");

    [Theory]
    [InlineData("998", null)]
    [InlineData("031", "9.9")]
    public void A_standard_that_is_not_there_is_CF1001_and_names_those_that_are(string id, string? edition) =>
        FluentActions.Invoking(() => StandardLoader.LoadById(_copy.Root, id, edition)).Should().Throw<BadInputException>()
            .Which.Problems.Single().Should().Match<Problem>(problem => problem.Code == "CF1001" && problem.Remedy.Contains(Some.Edition.Replace('/', Path.DirectorySeparatorChar)));

    [Theory]
    [InlineData("functions.csv")]
    [InlineData("data-items.csv")]
    [InlineData("findings.csv")]
    [InlineData("contracts.yaml")]
    public void A_missing_file_is_CF1002(string file)
    {
        _copy.Delete(file);

        _copy.Problems().Should().Contain(problem => problem.Code == "CF1002" && problem.File.EndsWith(file));
    }

    [Fact]
    public void A_role_that_the_standard_does_not_have_is_CF1010_and_the_others_are_named() =>
        FluentActions.Invoking(() => StandardLoader.Load(_copy.Folder).Role("申請者")).Should().Throw<BadInputException>()
            .Which.Problems.Single().Should().Match<Problem>(problem => problem.Code == "CF1010" && problem.Remedy.Contains("標準準拠システム"));

    [Theory]
    [InlineData("functions.csv", "0310009,住", "031000,住", "CF1301")]
    [InlineData("functions.csv", "0310009,住", "0310008,住", "CF1302")]
    [InlineData("functions.csv", "◎,◎,◎,推定", "◎,△,◎,推定", "CF1303")]
    [InlineData("functions.csv", "推定,,", "推定,2026-02-30,", "CF1304")]
    [InlineData("functions.csv", "◎,◎,◎,推定", "◎,◎,◎,想像", "CF1305")]
    [InlineData("standard.yaml", "status: transcribed", "status: official", "CF1206")]
    [InlineData("standard.yaml", "unlisted-functions: allowed", "unlisted-functions: maybe", "CF1206")]
    [InlineData("standard.yaml", "issued: '2023-09-29'", "issued: '2023-09-31'", "CF1205")]
    [InlineData("standard.yaml", "name: 住登外者宛名番号管理機能", "nam: 住登外者宛名番号管理機能", "CF1202")]
    [InlineData("standard.yaml", "name: 住登外者宛名番号管理機能", "nam: 住登外者宛名番号管理機能", "CF1204")]
    [InlineData("contracts.yaml", "kind: lock", "kind: lok", "CF1402")]
    [InlineData("contracts.yaml", "source: 付番API仕様 第2.0版 レスポンス_API仕様", "", "CF1403")]
    [InlineData("contracts.yaml", "basis-of: {check-digit: assumed}", "basis-of: {check-digit: guessed}", "CF1404")]
    [InlineData("contracts.yaml", "unit: function", "unit: page", "CF1206")]
    [InlineData("contracts.yaml", "slug: kanri", "slag: kanri", "CF1204")]
    public void Each_mistake_has_its_code_and_its_place(string file, string old, string instead, string code)
    {
        var line = _copy.Edit(file, old, instead);

        var problem = _copy.Problems().Should().Contain(found => found.Code == code).Which;
        problem.File.Should().EndWith(file);
        problem.Line.Should().BePositive().And.BeLessThanOrEqualTo(line);
        problem.ToString().Should().MatchRegex(@"^CF\d{4} .+\(\d+,\d+\): .+ .+\.$");
    }

    [Theory]
    [InlineData("0310009,住", "031000,住", "CF1301")]
    [InlineData("0310009,住", "0310008,住", "CF1302")]
    public void A_wrong_row_is_told_by_its_line(string old, string instead, string code)
    {
        var line = _copy.Edit("functions.csv", old, instead);

        _copy.Problems().Should().Contain(problem => problem.Code == code && problem.Line == line);
    }

    [Fact]
    public void Items_are_checked_for_their_IDs_and_code_lists()
    {
        var file = Path.Combine(_copy.Folder, "data-items.csv");
        var lines = File.ReadAllLines(file).Length;
        var table = CsvTable.Parse(File.ReadAllText(file), file, [], []);
        _copy.Append("data-items.csv", string.Join(',', table.Header.Select(name => name switch { "データ項目ID" => table.Rows[0][name], "コード" => "998", _ => "" })) + "\n");

        _copy.Problems().Where(problem => problem.Line == lines + 1).Select(problem => problem.Code).Should().Equal("CF1311", "CF1312");
    }

    [Fact]
    public void A_task_with_an_unknown_function_is_CF2010_at_its_place()
    {
        var line = _copy.Edit("flows/031-2-henko.bpmn", "function=\"0310022\"", "function=\"0319999\"");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF2010" && problem.File.EndsWith("031-2-henko.bpmn")
            && problem.Line > 0 && problem.Line <= line && problem.Fact.Contains("0319999"));
    }

    [Fact]
    public void A_jump_to_nowhere_is_CF2011_at_its_place()
    {
        var line = _copy.Edit("flows/031-1-fuban.bpmn", "jump flow=\"031-2\"", "jump flow=\"031-9\"");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF2011" && problem.Line > 0 && problem.Line <= line && problem.Fact.Contains("031-9"));
    }

    [Fact]
    public void A_contract_for_nothing_is_CF1401()
    {
        var line = _copy.Edit("contracts.yaml", "- unit: '0310024'", "- unit: '0310099'");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1401" && problem.Line == line && problem.Fact.Contains("0310099"));
    }

    [Fact]
    public void A_flow_step_that_no_flow_has_is_CF1401_too()
    {
        _copy.Edit("contracts.yaml", "{unit: 031-6-⑩", "{unit: 031-6-㊿");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1401" && problem.Fact.Contains("flow step"));
    }

    [Fact]
    public void An_exchange_that_the_role_does_not_have_is_CF1405()
    {
        var line = _copy.Edit("contracts.yaml", "seen-by: [照会, 履歴照会]", "seen-by: [照会, 履歴参照]");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1405" && problem.Line <= line && problem.Fact.Contains("「履歴参照」"));
    }

    [Fact]
    public void An_interface_without_a_document_is_CF1406()
    {
        _copy.Delete("interfaces/ido.yaml");

        _copy.Problems().Select(problem => problem.Code).Should().Equal("CF1406", "CF1406");
    }

    [Fact]
    public void All_problems_of_all_files_come_at_once()
    {
        _copy.Edit("standard.yaml", "status: transcribed", "status: official");
        _copy.Edit("functions.csv", Row, "031,住登外者宛名番号管理機能");
        _copy.Edit("flows/031-3-hikitsugi.bpmn", "<bpmn:definitions", "<!DOCTYPE x>\n<bpmn:definitions");
        _copy.Edit("contracts.yaml", "kind: history", "kind: hist");

        _copy.Problems().Select(problem => problem.Code).Should().Contain(["CF1206", "CF1301", "CF2001", "CF1402", "CF1401", "CF2010"]);
    }
}
