using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Tests;

/// <summary>A product that ends a session when its account logs in again.</summary>
public sealed class OneSessionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scenario_waits_until_another_gives_its_operators_back()
    {
        await using var target = Open("one");
        var first = await target.Ui!.TakeSetAsync(Stop);
        var second = target.Ui.TakeSetAsync(Stop).AsTask();

        second.IsCompleted.Should().BeFalse("there is one set of operators");
        target.Ui.ReturnSet(first);
        (await second.WaitAsync(TimeSpan.FromSeconds(30), Stop)).Should().Be(first);
    }

    [Fact]
    public async Task Two_calls_of_one_account_go_one_after_the_other()
    {
        await using var target = Open("one");
        var gate = await target.Ui!.AloneAsync(0, Stop);
        var other = target.Ui.AloneAsync(0, Stop);

        other.IsCompleted.Should().BeFalse();
        (await target.Ui.AloneAsync(1, Stop)).Should().NotBeNull("another account is free");
        gate!.Release();
        (await other.WaitAsync(TimeSpan.FromSeconds(30), Stop)).Should().NotBeNull();
    }

    [Fact]
    public async Task Where_an_account_may_have_several_windows_nobody_waits()
    {
        await using var target = Open("any");
        (await target.Ui!.TakeSetAsync(Stop)).Should().Be(0);
        (await target.Ui.TakeSetAsync(Stop)).Should().Be(0);
        (await target.Ui.AloneAsync(0, Stop)).Should().BeNull();
    }

    private static TargetSession Open(string sessions) => TargetSession.Open(ProfileLoader.Parse($$"""
        product: {name: 見本, version: '1', vendor: 見本}
        standard: '031'
        edition: '2.1'
        roles: [住登外者宛名番号管理機能]
        class: 一般市区町村
        environment: {kind: test, owner: 品質保証, sessions: {{sessions}}}
        declares: {functions: [], reason: なし}
        ui: {base: 'http://127.0.0.1:1/', operators: ['${env:A}', '${env:B}']}
        """, "some.profile.yaml"), new TargetOptions { Secrets = new Secrets(_ => "name:password") });
}
