using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Tests;

public sealed class InterfaceReaderTests
{
    [Fact]
    public void The_interface_of_the_numbering_of_031_is_read_with_its_names_and_binds()
    {
        var fuban = InterfaceReader.Read(Standard("fuban-2.0.yaml")).Should().ContainSingle().Which;

        fuban.Method.Should().Be("POST");
        fuban.Path.Should().Be("/app_submit/v10/jutogaishaatenabangofuban");
        fuban.Scope.Should().Be("031:app_submit/v10/jutogaishaatenabangofuban:Create");
        fuban.Binding.Should().BeTrue();
        fuban.Fields.Should().Contain(new InterfaceField("処理区分", "shorikubun", "string")).And.Contain(f => f.Item == "氏名_フリガナ" && f.Field == "shimei_furigana");
        fuban.Answers.Should().Contain(new InterfaceField("履歴番号", "rirekibango", "integer"));
        fuban.Responses.Keys.Should().Contain(["200", "400", "401", "503"]);
        SchemaCheck.Check(JToken.Parse("{}"), fuban.Responses["200"]!, fuban.Document).Should().HaveCount(3);
    }

    [Fact]
    public void The_illustrative_inquiry_of_031_tells_how_conditions_are_written_and_does_not_bind()
    {
        var inquiry = InterfaceReader.Read(Standard("shokai.yaml")).Should().ContainSingle().Which;

        inquiry.Binding.Should().BeFalse();
        inquiry.Scope.Should().EndWith(":Read");
        inquiry.Conditions.Should().Be(new ConditionLayout { In = "joken", Item = "komoku", Value = "chi", Match = "itchi", Exact = "kanzen", Partial = "bubun" });
        inquiry.Fields.Should().ContainSingle().Which.Item.Should().Be("業務ID");
        inquiry.Answers.Should().Contain(a => a.Field == "atenabango" && a.Item == "宛名番号");
    }

    [Fact]
    public void Every_interface_of_031_is_read_and_has_a_scope()
    {
        var all = Directory.GetFiles(Path.GetDirectoryName(Standard("fuban-2.0.yaml"))!, "*.yaml").SelectMany(InterfaceReader.Read).ToList();

        all.Select(o => o.Id).Should().OnlyHaveUniqueItems();
        all.Should().OnlyContain(o => o.Scope.StartsWith("031:") && o.Fields.Count > 0 && o.Responses.ContainsKey("200"));
    }

    [Theory]
    [InlineData("a: [", "CF5040")]
    [InlineData("openapi: 3.1.0\npaths: {/x: {get: {}}}", "CF5041")]
    [InlineData("openapi: 3.0.3\npaths: {}", "CF5041")]
    [InlineData("", "CF5041")]
    public void What_is_no_interface_is_refused(string text, string code)
    {
        var act = () => InterfaceReader.Parse(text, "x.yaml");

        act.Should().Throw<BadInputException>().WithMessage(code + "*");
    }

    private static string Standard(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !Directory.Exists(Path.Combine(root.FullName, "standards")))
        {
            root = root.Parent;
        }

        root.Should().NotBeNull("the tests run inside the repository");
        return Path.Combine(root!.FullName, "standards", "031-jutogaisha-atena", "2.1", "interfaces", file);
    }
}
