using Conformance.Reports.Bundles;
using Conformance.Spec;
using FluentAssertions;

namespace Conformance.Reports.Tests.Bundles;

public sealed class TimestampTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timestamp_shows_when_the_signature_existed()
    {
        await using var authority = await LocalAuthority.StartAsync(Token);
        Assert.SkipWhen(authority is null, "There is no openssl to play the time-stamping authority.");
        using var client = new HttpClient();
        using var folder = await RunFolder.OfResultAsync(Token);
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-2);
        await folder.PackAsync(Token, (signature, token) => Timestamp.RequestAsync(client, authority.Address, signature, token));

        using var trust = BundleTrust.OfKey(folder.Key.PublicPem(), "key", authority.Certificates);
        (await folder.VerifyAsync(Token, trust)).Should().BeOfType<BundleVerdict.Intact>().Which.Stamped.Should().BeAfter(before);
    }

    [Fact]
    public async Task A_signature_that_was_stamped_before_the_revocation_counts()
    {
        await using var authority = await LocalAuthority.StartAsync(Token);
        Assert.SkipWhen(authority is null, "There is no openssl to play the time-stamping authority.");
        using var client = new HttpClient();
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token, (signature, token) => Timestamp.RequestAsync(client, authority.Address, signature, token));

        using var trust = BundleTrust.OfList($"keys: [{{name: 検査係, revoked: 2099-01-01, key: {System.Text.Json.JsonSerializer.Serialize(folder.Key.PublicPem())}}}]", "trust.yaml", authority.Certificates);
        (await folder.VerifyAsync(Token, trust)).Should().BeOfType<BundleVerdict.Intact>();
    }

    [Fact]
    public async Task A_timestamp_by_an_authority_that_nobody_named_is_refused()
    {
        await using var authority = await LocalAuthority.StartAsync(Token);
        await using var other = await LocalAuthority.StartAsync(Token);
        Assert.SkipWhen(authority is null || other is null, "There is no openssl to play the time-stamping authority.");
        using var client = new HttpClient();
        using var folder = await RunFolder.OfResultAsync(Token);
        await folder.PackAsync(Token, (signature, token) => Timestamp.RequestAsync(client, authority.Address, signature, token));

        using var none = BundleTrust.OfKey(folder.Key.PublicPem(), "key");
        using var wrong = BundleTrust.OfKey(folder.Key.PublicPem(), "key", other.Certificates);
        (await folder.VerifyAsync(Token, none)).Should().BeOfType<BundleVerdict.Broken>().Which.Fault.Should().Be(BundleFault.Timestamp);
        (await folder.VerifyAsync(Token, wrong)).Should().BeOfType<BundleVerdict.Broken>().Which.Fault.Should().Be(BundleFault.Timestamp);
    }

    [Fact]
    public async Task An_authority_that_does_not_answer_leaves_no_bundle()
    {
        using var client = new HttpClient();
        using var folder = await RunFolder.OfResultAsync(Token);

        var pack = () => folder.PackAsync(Token, (signature, token) => Timestamp.RequestAsync(client, new Uri("http://127.0.0.1:9/"), signature, token));

        (await pack.Should().ThrowAsync<BadInputException>()).Which.Problems.Should().ContainSingle(problem => problem.Code == "CF7107");
        File.Exists(folder.Bundle).Should().BeFalse();
    }
}
