using Conformance.Derivation.Writing;
using Conformance.Spec.Contracts;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>申請の取込: by itself, as applied for, once and only once; what is malformed is kept for staff; what is withdrawn goes no further.</summary>
internal static class IntakeChecks
{
    public static IReadOnlyList<ScenarioDraft> Derive(RoleContracts role, Contract contract)
    {
        var (procedure, seen) = (contract.Setting("procedure") ?? "", contract.SeenBy[0]);
        StepDraft[] person = [.. contract.Given.Count > 0 ? contract.Given.Select(Given) : [Given($"{role.Person}「甲」がいる")]];
        var apply = When($"「甲」がマイナポータルで「{procedure}」を申請する");
        StepDraft[] start = contract.Setting("start") is { } batch ? [When($"「{batch}」が行われる")] : [];
        var items = Column("項目", contract.List("items"));
        var arrived = $"「{seen}」に「甲」が示される";
        var contents = contract.Setting("content-unit") ?? contract.Unit;
        var surfaces = Surfaces(contract, Both);

        ScenarioDraft Draft(string check, string title, IReadOnlyList<string> on, params StepDraft[] steps) => new(Id(role, contract, check), title, [.. person, .. steps]) { Surfaces = on };

        var scenarios = new List<ScenarioDraft>
        {
            Draft("arrives", "申請が職員の入力なしに届き、申請のとおりである", surfaces,
            [
                apply, .. start,
                Then(contract, "arrives", arrived),
                ThenOf(role, contents, "content", $"「{seen}」に「甲」の次の項目が申請のとおり示される") with { Table = items },
            ]),
            Draft("once", "同じ申請が二度届いても一度だけ取り込む", Surfaces(contract, Api),
            [
                apply, .. start,
                Then(contract, "arrives", arrived),
                When("「甲」の申請がもう一度届く"), .. start,
                Then(contract, "once", $"「{seen}」に「甲」が一件だけ示される"),
            ]),
        };
        if (contract.Setting("malformed-unit") is { } keeper && contract.Setting("errors-by") is { } errors)
        {
            foreach (var (check, what, title) in contract.List("malformed").Select((item, i) => ($"malformed.{i + 1}", $"「甲」が「{item}」の無い「{procedure}」をマイナポータルで申請する", $"{item}の無い申請は取り込まず、職員のために残す"))
                .Append(("malformed.unreadable", $"「甲」が読み取れない「{procedure}」をマイナポータルで申請する", "読み取れない申請は取り込まず、職員のために残す")))
            {
                scenarios.Add(Draft(check, title, Surfaces(contract, Api),
                [
                    When(what), .. start,
                    ThenOf(role, keeper, "kept", $"「{errors}」に「甲」が示される"),
                    ThenOf(role, keeper, "kept", $"「{seen}」に「甲」が登録されていない"),
                ]));
            }
        }

        if (contract.Setting("withdrawn-unit") is { } withdrawer)
        {
            var shows = contract.List("withdrawn-shows");
            scenarios.Add(Draft("withdrawn", "取り下げられた申請は取下げになる", surfaces,
            [
                apply, .. start,
                Then(contract, "arrives", arrived),
                When("「甲」が申請を取り下げる"), .. start,
                ThenOf(role, withdrawer, "withdrawn", $"「{seen}」で「甲」の「{shows[0]}」が「{shows[1]}」になる"),
            ]));
        }

        if (contract.Setting("attachments-unit") is { } clerk)
        {
            scenarios.Add(Draft("attachments", "添付書類が改変されずに届く", Surfaces(contract, Api),
            [
                When($"「甲」が添付書類のある「{procedure}」をマイナポータルで申請する"), .. start,
                Then(contract, "arrives", arrived),
                .. contract.List("attachments-by").Select(exchange => When($"「甲」について「{exchange}」を行う")),
                ThenOf(role, clerk, "attachments", "出力された書類が「甲」の添付書類と同じである"),
            ]));
        }

        if (contract.Setting("status-unit") is { } reporter)
        {
            scenarios.Add(Draft("status", "受付の状況が申請者へ返る", Surfaces(contract, Api),
            [
                apply, .. start,
                Then(contract, "arrives", arrived),
                ThenOf(role, reporter, "status", "マイナポータルで「甲」の申請が「受付」になる"),
            ]));
        }

        return scenarios;
    }
}
