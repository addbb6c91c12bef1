using Conformance.Drivers;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about 名寄せ: whom a person is linked to, and what the history keeps of it.</summary>
[Binding]
public sealed class LinkSteps(Stage stage, Registry registry, Expectations expect)
{
    [Then(Words.Blame + "「([^」]+)」が「([^」]+)」に紐付いている$")]
    public async Task IsLinked(string source, string main)
    {
        var (from, to) = (stage.Citizen(source), stage.Citizen(main));
        var (target, linked) = await stage.AwaitAsync(() => TargetAsync(stage, registry, from), number => number == to.Number);
        expect.That($"「{source}」（{from.Number}）の名寄せ先が「{main}」（{to.Number}）", target is null ? "名寄せ先なし" : $"名寄せ先 {target}", linked);
    }

    [Then(Words.Blame + "「([^」]+)」の「([^」]+)」への紐付けが解かれている$")]
    public async Task IsUnlinked(string source, string main)
    {
        var from = stage.Citizen(source);
        var (target, free) = await stage.AwaitAsync(() => TargetAsync(stage, registry, from), number => number is null);
        expect.That($"「{source}」（{from.Number}）に「{main}」への紐付けがない", target is null ? "名寄せ先なし" : $"名寄せ先 {target}", free);
    }

    [Then(Words.Blame + "名寄せ履歴に「([^」]+)」から「([^」]+)」への名寄せが残っている$")]
    public Task HistoryHoldsTheLink(string source, string main) => HistoryHolds(source, main, undone: false);

    [Then(Words.Blame + "名寄せ履歴に「([^」]+)」の「([^」]+)」からの名寄せ解除が残っている$")]
    public Task HistoryHoldsTheUndoing(string source, string main) => HistoryHolds(source, main, undone: true);

    /// <summary>名寄せ先宛名番号 of a person as the target shows it; null where it shows none.</summary>
    internal static async Task<string?> TargetAsync(Stage stage, Registry registry, Citizen citizen)
    {
        var answer = await stage.ObserveAsync(registry.Call(stage.Duties.LinkInquiry, citizen, new Dictionary<string, string>()));
        if (answer.Outcome != Outcome.Accepted)
        {
            throw new PreparationException($"The inquiry about links failed: {Registry.Describe(answer)}");
        }

        return answer.Records.Where(record => record.GetValueOrDefault("宛名番号") is null or "" || record.GetValueOrDefault("宛名番号") == citizen.Number)
            .Select(record => record.GetValueOrDefault("名寄せ先宛名番号")).FirstOrDefault(number => number is { Length: > 0 });
    }

    private async Task HistoryHolds(string source, string main, bool undone)
    {
        var (from, to) = (stage.Citizen(source), stage.Citizen(main));
        var (records, seen) = await stage.AwaitAsync(() => HistoryAsync(from), found => found.Any(record =>
            IsUndoing(record) == undone && record.GetValueOrDefault("宛名番号") == from.Number && record.GetValueOrDefault("名寄せ先宛名番号") == to.Number));
        var what = undone ? "名寄せ解除" : "名寄せ";
        expect.That($"名寄せ履歴に {from.Number} → {to.Number} の{what}", records.Count == 0 ? "履歴なし"
            : string.Join("、", records.Select(record => $"{record.GetValueOrDefault("宛名番号")} → {record.GetValueOrDefault("名寄せ先宛名番号")}（{record.GetValueOrDefault("履歴区分")}）")), seen);
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> HistoryAsync(Citizen citizen)
    {
        var answer = await stage.ObserveAsync(registry.Call(stage.Duties.LinkHistory, citizen, new Dictionary<string, string>()));
        return answer.Outcome == Outcome.Accepted ? answer.Records : throw new PreparationException($"The history of links could not be read: {Registry.Describe(answer)}");
    }

    private static bool IsUndoing(IReadOnlyDictionary<string, string?> record) =>
        record.GetValueOrDefault("履歴区分") is { } kind && (kind.Contains("解除", StringComparison.Ordinal) || kind.Contains("kaijo", StringComparison.Ordinal));
}
