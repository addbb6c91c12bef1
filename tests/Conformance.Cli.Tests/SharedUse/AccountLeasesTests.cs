using Conformance.Cli.SharedUse;
using Conformance.Drivers.Profiles;
using Conformance.Reports;
using Conformance.Spec;

namespace Conformance.Cli.Tests.SharedUse;

public sealed class AccountLeasesTests : IDisposable
{
    private static readonly Secrets Known = new(name => name == "OP" ? "tanto2:password-of-2" : "password");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_borrows_accounts_by_role_and_another_gets_others()
    {
        var (first, leases) = Take("run1");
        using (leases)
        {
            Names(first).Should().Equal("tanto1", "tanto2", "view1", "fixed");
            var refused = ((Action)(() => Take("run2"))).Should().Throw<NotNowException>().Which;
            refused.In(ReportLanguage.Japanese).Should().Contain("担当者 2件").And.Contain("tanto1").And.Contain("run1").And.NotContain("password-of-2");
            refused.In(ReportLanguage.English).Should().Contain("Too few accounts are free").And.Contain("view1");
            AccountLeases.Held(first.Environment, Known).Should().HaveCount(3);
        }

        using var again = Take("run2").Leases;
        AccountLeases.Held(first.Environment, Known).Should().OnlyContain(holder => holder.Run.EndsWith("run2", StringComparison.Ordinal), "what is given back can be borrowed again");
    }

    [Fact]
    public void What_a_killed_run_held_is_free_although_its_note_is_still_there()
    {
        Take("run1").Leases.Dispose();
        foreach (var note in Directory.GetFiles(Path.Combine(folder.Path, "state", "leases"), "*.lock"))
        {
            File.WriteAllText(Path.ChangeExtension(note, ".json"), "{}");
        }

        using var leases = Take("run2").Leases;
        AccountLeases.Held(Profile().Environment, Known).Should().HaveCount(3).And.OnlyContain(holder => holder.Process == Environment.ProcessId);
    }

    [Fact]
    public void Where_an_account_has_one_session_there_are_as_many_sets_as_accounts_allow()
    {
        var profile = Profile();
        profile = profile with { Environment = profile.Environment with { OneSession = true }, Ui = profile.Ui! with { OneSession = true, Operators = [.. profile.Ui.Operators.Take(1)] } };
        var (borrowed, leases) = AccountLeases.Take(profile, 4, "run", Known, TimeProvider.System);
        using var held = leases;
        borrowed.Ui!.Operators.Should().HaveCount(2, "there are two accounts of this role");
        borrowed.Ui.OperatorsOfOne.Should().Be(1);
    }

    [Fact]
    public void A_role_of_which_the_pool_has_too_few_is_told_when_the_profile_is_read()
    {
        var read = () => Profile("{role: 担当者}, {role: 担当者}, {role: 担当者}");
        read.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF5026");
    }

    private (Profile Profile, AccountLeases Leases) Take(string run) => AccountLeases.Take(Profile(), 4, run, Known, TimeProvider.System);

    private static IEnumerable<string> Names(Profile profile) => profile.Ui!.Operators.Select(one => one.Name.RevealUnregistered(Known).Split(':')[0]);

    private Profile Profile(string operators = "{role: 担当者}, {role: 担当者}, {role: 照会}, 'fixed:${env:P}'") => ProfileLoader.Parse($$"""
        product: {name: 見本, version: '1', vendor: 見本}
        standard: '031'
        edition: '2.1'
        roles: [住登外者宛名番号管理機能]
        class: 一般市区町村
        environment:
          kind: test
          owner: 品質保証
          state: state
          accounts:
          - {name: tanto1, password: '${env:P1}', role: 担当者}
          - {name: '${env:OP}', role: 担当者}
          - {name: view1, password: '${env:P3}', role: 照会}
        declares: {functions: [], reason: なし}
        ui: {base: 'http://127.0.0.1:1/', operators: [{{operators}}]}
        """, folder["some.profile.yaml"]);
}
