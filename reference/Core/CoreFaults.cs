using Conformance.Reference.Core.Faults;
using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core;

/// <summary>The seeded faults of the core system. The unit each one violates is a step of a flow, such as 031-1-④.</summary>
public static class CoreFaults
{
    private static readonly CoreFault[] Written =
    [
        new("C01-inquiry-lacks-birthdate", Step.Inquiry, "照会の抽出条件に生年月日が含まれない")
        {
            Message = body => MessageSpoiling.Drop(body, "seinengappi"),
        },
        new("C02-chosen-number-lost", Step.ChosenRegistered, "選択した候補者の宛名番号でなく独自の番号で登録する")
        {
            Record = person => person with { Number = Another(person.Number) },
        },
        new("C03-chosen-not-registered", Step.ChosenRegistered, "選択した候補者が業務DBに登録されない") { Record = _ => null },
        new("C04-request-swaps-uji-na", Step.NumberRequest, "付番依頼の氏_日本人と名_日本人が入れ替わる")
        {
            Message = body => MessageSpoiling.Swap(body, "uji_nihonjin", "na_nihonjin"),
        },
        new("C05-request-lacks-operator", Step.NumberRequest, "付番依頼に必須の操作者IDが含まれない")
        {
            Message = body => MessageSpoiling.Drop(body, "sosashaid"),
        },
        new("C06-choice-not-notified", Step.ChosenNotified, "選択した候補者の宛名基本情報を送信しない") { Unsent = true },
        new("C07-other-number-registered", Step.NumberedRegistered, "受信した宛名番号と異なる番号で登録する")
        {
            Record = person => person with { Number = Another(person.Number) },
        },
        new("C08-change-not-saved", Step.ChangeSaved, "変更した基本４情報が業務DBに反映されない") { Record = _ => null },
        new("C09-change-not-sent", Step.ChangeSent, "変更後の宛名基本情報を送信しない") { Unsent = true },
        new("C10-change-sent-for-another", Step.ChangeSent, "変更後の宛名基本情報を別の宛名番号で送信する")
        {
            Message = body => body["atenabango"] = Another(body["atenabango"]!.GetValue<string>()),
        },
        new("C11-change-sent-empty", Step.ChangeSent, "変更の送信に変更した項目が含まれない")
        {
            Message = body => PersonItems.All.ToList().ForEach(item => MessageSpoiling.Drop(body, item.Name)),
        },
        new("C12-inherited-number-replaced", Step.InheritedRegistered, "引き継いだ住民宛名番号でなく別の番号で登録する")
        {
            Record = person => person with { Number = Another(person.Number) },
        },
        new("C13-inheritance-not-sent", Step.InheritedSent, "引き継いだ宛名基本情報を送信しない") { Unsent = true },
        new("C14-inheritance-lacks-address", Step.InheritedSent, "引継の送信に住所が含まれない")
        {
            Message = body => PersonItems.All.Where(item => item.Name.StartsWith("jusho_", StringComparison.Ordinal)).ToList()
                .ForEach(item => MessageSpoiling.Drop(body, item.Name)),
        },
        new("C15-resident-not-registered", Step.ResidentRegistered, "受信した住民記録データが登録されない") { Record = _ => null },
        new("C16-person-not-ended", Step.PersonEnded, "住民となった住登外者が業務DBで有効のまま残る") { Record = _ => null },
        new("C17-deletion-not-sent", Step.DeletionSent, "住登外者の削除情報を送信しない") { Unsent = true },
        new("C18-deletion-sent-as-change", Step.DeletionSent, "削除でなく変更として送信する")
        {
            Message = body => body["shorikubun"] = "henko",
        },
        new("C19-latest-not-asked", Step.LatestAskedToLink, "名寄せ前の最新情報の照会を送信しない") { Unsent = true },
        new("C20-link-not-sorted", Step.LinkSorted, "名寄せ元を業務DBで名寄せ先として扱う")
        {
            Record = person => person with { Sorting = Sorting.Target, LinkedTo = null },
        },
        new("C21-link-swaps-source-and-target", Step.LinkSent, "名寄せの送信で名寄せ元と名寄せ先の番号が入れ替わる")
        {
            Message = body => MessageSpoiling.Swap(body, "atenabango", "nayosesakiatenabango"),
        },
        new("C22-link-not-sent", Step.LinkSent, "名寄せを行った旨を送信しない") { Unsent = true },
        new("C23-latest-not-asked-before-undoing", Step.LatestAskedToUndo, "名寄せ解除前の最新情報の照会を送信しない") { Unsent = true },
        new("C24-undo-not-saved", Step.UndoSaved, "名寄せ解除が業務DBに反映されない") { Record = _ => null },
        new("C25-undo-not-sent", Step.UndoSent, "名寄せ解除を行った旨を送信しない") { Unsent = true },
        new("C26-undo-sent-as-link", Step.UndoSent, "名寄せ解除でなく名寄せとして送信する")
        {
            Message = body => body["shorikubun"] = "nayose",
        },
    ];

    private static readonly IReadOnlyList<CoreFault> Every = [.. Written, .. DrawnFaults.Draw(Written.Length + 1)];

    /// <summary>Every fault this system can be started with: written by hand first, then those drawn by seed (operator × item).</summary>
    public static IReadOnlyList<SeededFault> All { get; } = [.. Every.Select(fault => new SeededFault(fault.Id, fault.Step, fault.What, "core"))];

    /// <exception cref="ArgumentException">An ID that no fault has.</exception>
    internal static IReadOnlyList<CoreFault> Named(IEnumerable<string> ids) =>
    [
        .. ids.Select(id => Every.FirstOrDefault(fault => fault.Id == id)
            ?? throw new ArgumentException($"No seeded fault of the core system is called {id}.", nameof(ids))),
    ];

    /// <summary>A number that differs in its first digit, so that it is not the next number in a row, which is somebody else's.</summary>
    private static string Another(string number) => (number.StartsWith('9') ? '8' : '9') + (number.Length == 0 ? "" : number[1..]);
}
