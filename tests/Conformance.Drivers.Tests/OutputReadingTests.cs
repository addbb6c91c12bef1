using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Drivers.Tests;

public sealed class OutputReadingTests
{
    [Fact]
    public void Files_lie_in_a_folder_beside_the_profile_or_in_the_object_storage()
    {
        var outputs = Some.FullProfile().Outputs;

        outputs["全件データ出力"].Should().BeEquivalentTo(new OutputPlan
        {
            Folder = Path.Combine(Path.GetFullPath(Path.GetDirectoryName(Some.Data("full.profile.yaml"))!), "out"),
            Files = "*.csv",
            Set = @"_(\d{14})\.",
            Groups = new Dictionary<string, string> { ["住登外者宛名基本情報"] = "ATENA_*" },
        });
        outputs["全件データ取得"].Should().BeEquivalentTo(new OutputPlan { Storage = "data/" });
    }

    [Theory]
    [InlineData("{folder: a, storage: b}", "CF5003")]
    [InlineData("{folder: a, set: '('}", "CF5005")]
    [InlineData("{folder: a, set: 'x'}", "CF5005")]
    [InlineData("{foldr: a}", "CF5002")]
    public void Anything_else_is_refused(string output, string code)
    {
        var text = File.ReadAllText(Some.Data("full.profile.yaml"));
        text.Should().Contain("{storage: data/}");
        var read = () => ProfileLoader.Parse(text.Replace("{storage: data/}", output, StringComparison.Ordinal), "p.yaml", new ProfileInputs { Variables = new Dictionary<string, string> { ["port"] = "1" } });
        read.Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == code);
    }
}
