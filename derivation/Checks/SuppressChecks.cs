using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>
/// 抑止: what is open without protection is blocked with it, for those who asked for it together as well; lifted for a time and back by itself;
/// kept after moving out; over when it is ended. The same operation without protection is the control of every scenario.
/// </summary>
internal static class SuppressChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var by = contract.By[0];
        StepDraft[] person = [.. contract.Given.Count > 0 ? contract.Given.Select(Given) : [Given($"{role.Person}「甲」がいる")]];
        var use = When(Doing(role, by));
        var open = contract.Setting("open") ?? "受け付けられる";
        var blocked = contract.Setting("blocked") ?? "拒否される";
        var surfaces = Surfaces(contract, Both);

        StepDraft Control() => Given($"抑止のない「甲」について「{by}」が受け付けられる");
        StepDraft Protect(string key) => When(contract.Setting(key)!);
        StepDraft Blame(string check, string text) => contract.Setting(check + "-unit") is { } unit ? ThenOf(role, unit, check, text) : Then(contract, check, text);
        ScenarioDraft Draft(string check, string title, params StepDraft[] steps) => new(Id(role, contract, check), title, [.. person, Control(), Protect("protect"), .. steps]) { Surfaces = surfaces };

        var scenarios = new List<ScenarioDraft> { Draft("blocked", $"支援対象者の{by}は抑止される", use, Blame("blocked", blocked)) };
        if (contract.Setting("lift") is { } lift)
        {
            scenarios.Add(Draft("lifted", $"一時解除のあいだだけ{by}ができる", use, Blame("blocked", blocked), When(lift), use, Blame("lifted", open)));
            scenarios.Add(Draft("back", "一時解除はひとりでに戻る",
                use, Blame("blocked", blocked), When(lift), use, Blame("lifted", open),
                When($"「{contract.Setting("lift-wait") ?? "一時解除"}」の期間が過ぎる"), use, Blame("back", blocked)));
        }

        if (contract.Setting("moved") is { } moved)
        {
            scenarios.Add(Draft("kept", "転出した後も抑止が続く", When(moved), use, Blame("kept", blocked)));
        }

        if (contract.Setting("with") is { } together)
        {
            scenarios.Add(Draft("together", "併せて支援を求める者も抑止される", When(together), When(use.Text.Replace("「甲」", "「乙」", StringComparison.Ordinal)), Blame("together", blocked)));
        }

        if (contract.Setting("end") is { } end)
        {
            scenarios.Add(Draft("ended", "支援措置の終了で抑止が解かれる", use, Blame("blocked", blocked), When(end), use, Blame("ended", open)));
        }

        return scenarios;
    }
}
