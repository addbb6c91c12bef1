using Conformance.Drivers.Network;

namespace Conformance.Drivers.Tests.Network;

public sealed class HostPatternTests
{
    [Theory]
    [InlineData("acme.test", "ACME.test", true)]
    [InlineData("acme.test", "x.acme.test", false)]
    [InlineData("*.acme.test", "x.acme.test", true)]
    [InlineData("*.acme.test", "x.y.acme.test", true)]
    [InlineData("*.acme.test", "acme.test", false)]
    [InlineData("*.acme.test", "evilacme.test", false)]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "11.1.2.3", false)]
    [InlineData("10.0.0.0/8", "acme.test", false)]
    [InlineData("10.0.0.0/8", "::1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    public void A_pattern_fits_what_it_says(string pattern, string host, bool fits) => HostPattern.Parse(pattern).Fits(host).Should().Be(fits);

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a.*.test")]
    [InlineData("10.0.0.0/99")]
    [InlineData("http://acme.test/")]
    public void Anything_else_is_no_pattern(string text) => ((Action)(() => HostPattern.Parse(text))).Should().Throw<FormatException>();
}
