namespace Conformance.Spec.Tests.Loading;

public sealed class SmallSlipsTests : IDisposable
{
    private readonly StandardCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_value_that_a_code_list_has_twice_is_CF1313_with_its_line()
    {
        var rows = File.ReadAllLines(Path.Combine(_copy.Folder, "codes.csv"));
        _copy.Append("codes.csv", rows[1] + "\n");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1313" && problem.Line == rows.Length + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("roles:\n")]
    [InlineData("roles: {}\n")]
    public void Contracts_without_a_role_are_a_problem(string text)
    {
        File.WriteAllText(Path.Combine(_copy.Folder, "contracts.yaml"), text);

        _copy.Problems().Should().Contain(problem => problem.File.EndsWith("contracts.yaml", StringComparison.Ordinal) && (problem.Code == "CF1201" || problem.Code == "CF1202" || problem.Code == "CF1203"));
    }

    [Fact]
    public void A_flow_element_that_rests_on_a_finding_which_is_not_there_is_CF1361()
    {
        var line = _copy.Edit("flows/031-1-fuban.bpmn", "finding=\"F-0310-02\"", "finding=\"F-0310-999\"");

        _copy.Problems().Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF1361" && problem.Line == line && problem.Fact.Contains("F-0310-999"));
    }

    [Fact]
    public void A_word_that_is_no_basis_is_CF1361()
    {
        _copy.Edit("flows/031-1-fuban.bpmn", "basis kind=\"ambiguous\"", "basis kind=\"maybe\"");

        _copy.Problems().Should().ContainSingle().Which.Code.Should().Be("CF1361");
    }
}
