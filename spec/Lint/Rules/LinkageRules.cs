using Conformance.Spec.Linkages;

namespace Conformance.Spec.Lint.Rules;

/// <summary>Rules for 連携. That a linkage has provider, consumer and items which exist is checked when it is loaded (CF1331–CF1335).</summary>
internal static class LinkageRules
{
    public static IReadOnlyList<LintRule> All => field ??= [OfOthers, OneSided, ItemDiffers, WithoutFunction];

    private static LintRule OfOthers => field ??= new("SL221", LintSeverity.Warning,
        new("自業務が提供も受領もしない連携", "A linkage that this business neither provides nor takes"),
        new("提供側か受領側のどちらかはこの業務でなければ、誰が実装するのか分からない。", "One side must be this business, else nobody knows who builds it."),
        new("提供元か提供先を直すか、行を消す。", "Correct provider or consumer, or remove it."),
        subject => subject.Standard.Linkages.Where(linkage => !LinkageNeighbour.IsOwn(subject.Standard, linkage.Provider) && !LinkageNeighbour.IsOwn(subject.Standard, linkage.Consumer)).Select(linkage => OfOthers.Found(
            linkage.Id, "linkages.csv", linkage.Line, $"連携 {linkage.Id}（{linkage.Name}）の提供元「{linkage.Provider}」も提供先「{linkage.Consumer}」も、この業務のレーンにない。",
            $"Neither 「{linkage.Provider}」 nor 「{linkage.Consumer}」 of {linkage.Id} ({linkage.Name}) is a lane of this business.")))
    {
        Bad = new(("linkages.csv", "900x001,申込情報,甲システム,乙システム,申込がある,REST,,90000001,見本-1.1,,見本")),
        Good = new(("linkages.csv", "900x001,申込情報,見本システム,乙システム,申込がある,REST,,90000001,見本-1.1,,見本")),
    };

    private static LintRule OneSided => field ??= new("SL222", LintSeverity.Error,
        new("片側の標準だけが知る連携", "A linkage that only one side knows"),
        new("相手の標準仕様に同じ連携がなければ、相手の製品は送らない、または受け取らない。", "Where the other standard lacks it, the other product neither sends nor takes it."),
        new("相手の標準仕様に同じ連携を加えるか、こちらを消す。", "Add it to the other standard, or remove it here."), CheckOneSided)
    {
        Bad = new(("linkages.csv", "900x001,申込情報,見本システム,他業務システム,申込がある,REST,,90000001,見本-1.1,,見本"), ("../../910-other/1.0/linkages.csv", "910x001,決定情報,他業務システム,見本システム,決定,REST,,91000001,,,見本"), ("../../910-other/1.0/data-items.csv", "91000001,決定番号,ketteibango,決定,,,,,,X,8,,,必須,,,,,,見本"),
            ("linkages.csv", "910x001,決定情報,他業務システム,見本システム,決定,REST,,90000001,見本-1.1,,見本")),
        Good = new(("linkages.csv", "900x001,申込情報,見本システム,他業務システム,申込がある,REST,,90000001,見本-1.1,,見本"), ("../../910-other/1.0/linkages.csv", "910x009,申込情報,見本システム,他業務システム,申込がある,REST,,91000001,,,見本"), ("../../910-other/1.0/data-items.csv", "91000001,申込番号,moshikomibango,申込,,,,,,X,10,,,必須,,,,,,見本")),
    };

    private static LintRule ItemDiffers => field ??= new("SL223", LintSeverity.Error,
        new("連携の両側で項目の型・桁数が違う", "The two sides of a linkage give an item another type or length"),
        new("受け取る側が値を切り捨てるか拒む。", "The receiver cuts or refuses values."),
        new("両方の標準仕様でそろえる。", "Make both standards equal."), CheckItems)
    {
        Bad = new(("linkages.csv", "900x001,申込情報,見本システム,他業務システム,申込がある,REST,,90000001,見本-1.1,,見本"), ("../../910-other/1.0/linkages.csv", "910x009,申込情報,見本システム,他業務システム,申込がある,REST,,91000001,,,見本"), ("../../910-other/1.0/data-items.csv", "91000001,申込番号,moshikomibango,申込,,,,,,X,8,,,必須,,,,,,見本")),
        Good = new(("linkages.csv", "900x001,申込情報,見本システム,他業務システム,申込がある,REST,,90000001,見本-1.1,,見本"), ("../../910-other/1.0/linkages.csv", "910x009,申込情報,見本システム,他業務システム,申込がある,REST,,91000001,,,見本"), ("../../910-other/1.0/data-items.csv", "91000001,申込番号,moshikomibango,申込,,,,,,X,10,,,必須,,,,,,見本")),
    };

    private static LintRule WithoutFunction => field ??= new("SL224", LintSeverity.Warning,
        new("連携を担う機能がない", "No function answers for a linkage"),
        new("要件のない連携は、作らなくても不適合にならない。", "What no function demands can be left out without being nonconforming."),
        new("送る、または受け取る機能の機能IDを書く。", "Name the function that sends or takes it."),
        subject => subject.Standard.Linkages.Where(linkage => linkage.Functions.Count == 0).Select(linkage => WithoutFunction.Found(
            linkage.Id, "linkages.csv", linkage.Line, $"連携 {linkage.Id}（{linkage.Name}）に機能IDがない。", $"The linkage {linkage.Id} ({linkage.Name}) names no function.")))
    {
        Bad = new(("linkages.csv", "900x001,申込情報,見本システム,乙システム,申込がある,REST,,90000001,,,見本")),
        Good = new(("linkages.csv", "900x001,申込情報,見本システム,乙システム,申込がある,REST,,90000001,見本-1.1,,見本")),
    };

    private static IEnumerable<LintFinding> CheckOneSided(LintSubject subject) =>
        LinkageNeighbour.Of(subject.Standard, subject.Others).Where(pair => pair.There is null).Select(pair => OneSided.Found(pair.Linkage.Id, "linkages.csv", pair.Linkage.Line,
            $"連携 {pair.Linkage.Id}（{pair.Linkage.Name}）が、相手の {pair.Other.Key} にない。", $"The linkage {pair.Linkage.Id} ({pair.Linkage.Name}) is not in {pair.Other.Key}."));

    private static IEnumerable<LintFinding> CheckItems(LintSubject subject)
    {
        foreach (var (linkage, other, there) in LinkageNeighbour.Of(subject.Standard, subject.Others).Where(pair => pair.There is not null))
        {
            var theirs = other.Items.Where(item => there!.Items.Contains(item.Id)).DistinctBy(item => item.Name).ToDictionary(item => item.Name, StringComparer.Ordinal);
            foreach (var item in subject.Standard.Items.Where(item => linkage.Items.Contains(item.Id)))
            {
                if (theirs.TryGetValue(item.Name, out var their) && (their.Type, their.Length) != (item.Type, item.Length))
                {
                    yield return ItemDiffers.Found($"{linkage.Id}.{item.Id}", "linkages.csv", linkage.Line,
                        $"連携 {linkage.Id} の「{item.Name}」は {item.Type}({item.Length})、{other.Key} では {their.Type}({their.Length}) である。",
                        $"「{item.Name}」 of {linkage.Id} is {item.Type}({item.Length}), in {other.Key} {their.Type}({their.Length}).");
                }
            }
        }
    }
}
