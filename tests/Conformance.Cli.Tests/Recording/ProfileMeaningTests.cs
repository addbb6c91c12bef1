using Conformance.Cli.Recording;

namespace Conformance.Cli.Tests.Recording;

public sealed class ProfileMeaningTests : IDisposable
{
    private const string Profile = "environment: {kind: test, window: ['月-金 09:00-17:30'], rate: 5/s}\nsee: {deadline: 5 s}\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("# a comment\n" + Profile)]
    [InlineData("environment:\n  kind: test\n  window: ['2026-11-23 10:00-12:00']\nsee: {deadline: 5 s}\n")]
    [InlineData("environment: {kind: test, rate: 1/s}\nsee: {deadline: '5 s'}\n")]
    public void Layout_hours_and_pace_do_not_make_another_profile(string text) => Of(text).Should().Be(Of(Profile));

    [Theory]
    [InlineData("environment: {kind: staging, window: ['月-金 09:00-17:30'], rate: 5/s}\nsee: {deadline: 5 s}\n")]
    [InlineData("environment: {kind: test}\nsee: {deadline: 9 s}\n")]
    [InlineData("environment: {kind: test}\nsee: {deadline: 5 s}\nwindow: x\n")]
    [InlineData("environment: [kind, test]\nsee: {deadline: 5 s}\n")]
    [InlineData("environment: {kind: test")]
    public void Anything_else_does(string text) => Of(text).Should().NotBe(Of(Profile));

    [Fact]
    public void A_file_that_is_not_there_says_nothing() => ProfileMeaning.Of(folder["nowhere"]).Should().BeNull();

    private string? Of(string text) => ProfileMeaning.Of(folder.Write("p.yaml", text));
}
