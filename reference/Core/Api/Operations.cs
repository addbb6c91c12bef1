using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Api;

/// <summary>What /api offers: the work of the screens, and the intake from 住民記録システム.</summary>
internal sealed class Operations(
    Desk desk, Registration registration, Change change, FormerResident formerResident, NewResident newResident, LatestCheck latest,
    Linking linking)
{
    private static readonly (string, string, bool) Number = ("atenabango", "宛名番号", true);
    private static readonly (string, string, bool) NumberIfAny = ("atenabango", "宛名番号", false);
    private static readonly (string, string, bool) ResidentNumber = ("juminatenabango", "住民宛名番号", true);
    private static readonly (string, string, bool) SourceNumber = ("nayosemotoatenabango", "名寄せ元宛名番号", true);
    private static readonly (string, string, bool) Match = ("itchi", "氏名の一致条件（kanzen：完全一致、bubun：部分一致）", false);

    public IReadOnlyList<Operation> All =>
    [
        new("shokai", "住登外者登録：照会", [Match], true, async (given, cancel) =>
            (await registration.InquireAsync(given.Items, given.PartialName, cancel)).Select(Answer)),
        new("toroku-sentaku", "住登外者登録：候補者を選んで登録", [Number], true, async (given, cancel) =>
            [Answers.Of(await registration.ChooseAsync(given["atenabango"], given.Items, given.OperatorId, cancel))]),
        new("toroku-fuban", "住登外者登録：新規に付番", [], true, async (given, cancel) =>
            [Answers.Of(await registration.RequestNumberAsync(given.Items, given.OperatorId, cancel))]),
        new("henko", "基本４情報変更（無い項目は変えず、空の項目は消す）", [Number], true, async (given, cancel) =>
            [Answers.Of(await change.ApplyAsync(given["atenabango"], given.Items, given.OperatorId, cancel))]),
        new("motojumin", "元住民の登録（住民宛名番号の引継）", [Number], true, async (given, cancel) =>
            [Answers.Of(await formerResident.RegisterAsync(given["atenabango"], given.Items, given.OperatorId, cancel))]),
        new("jumin", "住民記録データ連携", [ResidentNumber], true, async (given, cancel) =>
            [Answers.Of(await newResident.TakeAsync(given["juminatenabango"], given.Items, given.OperatorId, cancel))]),
        new("jumin-nayose", "住民となった住登外者の名寄せ", [Number, ResidentNumber], false, async (given, cancel) =>
            [Answers.Of(await newResident.EndAsync(given["atenabango"], given["juminatenabango"], given.OperatorId, cancel))]),
        new("saishin-kakunin", "最新情報を確認",
            [
                NumberIfAny, Match, ("mokuteki", "nayose：名寄せのため、nayosekaijo：名寄せ解除のため", false),
                ("koshin", "1：照会結果で更新する、0：しない（無ければ1）", false),
            ],
            true,
            async (given, cancel) => (await latest.AskAsync(
                given.ItemsAndNumber, given.PartialName, given["mokuteki"] == "nayosekaijo", given["koshin"] != "0", given.OperatorId, cancel))
                .Select(Answer)),
        new("nayose", "名寄せ", [SourceNumber, ("nayosesakiatenabango", "名寄せ先宛名番号", true)], false, async (given, cancel) =>
            (await linking.LinkAsync(given["nayosemotoatenabango"], given["nayosesakiatenabango"], given.OperatorId, cancel))
                .Select(Answers.Of)),
        new("nayose-kaijo", "名寄せ解除", [SourceNumber, ("nayosesakiatenabango", "名寄せ先宛名番号", false)], false, async (given, cancel) =>
            (await linking.UndoAsync(given["nayosemotoatenabango"], given["nayosesakiatenabango"], given.OperatorId, cancel))
                .Select(Answers.Of)),
        new("daicho", "住登外者台帳", [NumberIfAny, ("shimei", "氏名（部分一致）", false)], false, (given, _) =>
            Task.FromResult(desk.Database.Find(Given(given["atenabango"]), Given(given["shimei"])).Select(Answers.Of))),
    ];

    private System.Text.Json.Nodes.JsonObject Answer(Candidate candidate) =>
        Answers.Of(candidate, desk.Database.NonResident(candidate.Number) is not null);

    private static string? Given(string value) => value.Length > 0 ? value : null;
}
