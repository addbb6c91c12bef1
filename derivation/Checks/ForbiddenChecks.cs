using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>
/// 実装不可: that a function is absent. First the positive control on the same surface, then everything is searched that the product
/// shows of itself: its description, its screens, what it puts out under each setting found, and what it answers to a probe.
/// </summary>
internal static class ForbiddenChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        StepDraft[] person = [.. contract.Given.Count > 0 ? contract.Given.Select(Given) : [Given($"{role.Person}「甲」がいる")]];
        var scenarios = new List<ScenarioDraft>();
        var words = contract.List("words");
        var control = contract.List("control");
        if (words.Count > 0)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "absent"), "機能が画面にもAPIにもない",
            [
                .. person,
                .. control.Select(exchange => Given($"対照として「甲」について「{exchange}」が受け付けられる")),
                .. contract.List("control-words") is { Count: > 0 } known ? new[] { new StepDraft("前提", "探す面に対照の言葉が見つかる") { Table = Column("言葉", known) } } : [],
                Then(contract, "absent", "次の言葉の機能がどの面にもない") with { Table = Column("言葉", words) },
            ]) { Surfaces = Surfaces(contract, Both) });
        }

        if (contract.List("probes") is { Count: > 0 } probes)
        {
            scenarios.Add(new ScenarioDraft(Id(role, contract, "probe"), "試しに呼んでも機能しない",
            [
                .. person,
                .. control.Select(exchange => Given($"対照として「甲」について「{exchange}」が受け付けられる")),
                Then(contract, "probe", "次の呼出しのどれにも応じない") with { Table = Column("呼出し", probes) },
            ]) { Surfaces = Api });
        }

        if (contract.List("output") is { Count: > 0 } output)
        {
            var doing = $"「甲」について「{string.Join('、', output)}」を行う";
            scenarios.Add(new ScenarioDraft(Id(role, contract, "output"), "どの設定の下でも、あってはならない出力がない",
            [
                .. person,
                .. output.Select(exchange => Given($"対照として「甲」について「{exchange}」が受け付けられる")),
                .. contract.Setting("output-unit") is { } printer && contract.Setting("output-shows") is { } shown ? new[] { ThenOf(role, printer, "printed", shown) } : [],
                .. contract.List("never") is { Count: > 0 } never
                    ? new[] { Then(contract, "output", $"見つかったどの設定の下でも、{doing}と「甲」の次の項目が出力されない") with { Table = Column("項目", never) } } : [],
                .. contract.List("required") is { Count: > 0 } required
                    ? new[] { Then(contract, "output", $"見つかったどの設定の下でも、{doing}と「甲」の次の項目が出力される") with { Table = Column("項目", required) } } : [],
            ]) { Surfaces = Surfaces(contract, Both), Exclusive = true });
        }

        return scenarios;
    }
}
