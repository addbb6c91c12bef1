using Conformance.Drivers.Profiles;
using Conformance.Spec.Yaml;
using FsCheck;
using FsCheck.Fluent;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Tests;

public sealed class YamlWordTests
{
    [Theory]
    [InlineData("申請の登録")]
    [InlineData("/api/shinsei/{申請番号}")]
    [InlineData("no")]
    [InlineData("001")]
    [InlineData("a: b # c")]
    [InlineData("it's, {so}")]
    [InlineData("- x")]
    public void A_text_is_read_back_as_it_was(string text) => Read(text).Should().Be(text);

    [Fact]
    public void So_is_any_text_of_one_line() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>().Filter(text => !text.Get.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u0085' or '\uFEFF' or >= '\uFFFE')),
        text => Read(text.Get) == text.Get).QuickCheckThrowOnFailure();

    private static string? Read(string text) =>
        YamlText.Read($"a: {{k: {YamlWord.Of(text)}}}").Roots is [YamlMappingNode root] && root.Children.Values.Single() is YamlMappingNode inner ? (inner.Children.Values.Single() as YamlScalarNode)?.Value : null;
}
