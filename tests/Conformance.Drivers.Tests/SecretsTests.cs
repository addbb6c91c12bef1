using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Tests;

public sealed class SecretsTests
{
    [Fact]
    public void A_registered_value_is_masked_in_every_spelling()
    {
        var secrets = new Secrets();
        secrets.Register("p\"ss wörd");

        secrets.Redact("p\"ss wörd | p\\\"ss wörd | p%22ss%20w%C3%B6rd | cCJzcyB3w7ZyZA==").Split(" | ").Should().AllBe(Secrets.Mask);
    }

    [Theory]
    [InlineData("Authorization: Bearer abc.def\nHost: x", "Authorization: Bearer ［伏字］\nHost: x")]
    [InlineData("Set-Cookie: sid=1; Path=/\n\nbody", "Set-Cookie: ［伏字］\n\nbody")]
    [InlineData("{\"access_token\": \"abc\",\"x\":1}", "{\"access_token\": \"［伏字］\",\"x\":1}")]
    [InlineData("POST /t?client_secret=abc&a=1", "POST /t?client_secret=［伏字］&a=1")]
    public void What_is_called_a_credential_is_masked_also_where_the_value_is_unknown(string text, string masked) =>
        new Secrets().Redact(text).Should().Be(masked);

    [Fact]
    public void A_text_never_shows_what_it_stands_for()
    {
        var late = Some.FullProfile().Api!.Auth.Secret!;

        late.Reveal(new Secrets(_ => "top-secret"));

        late.ToString().Should().Be("${env:SEC}");
        $"{Some.FullProfile().Api!.Auth}".Should().NotContain("top-secret");
    }
}
