using Conformance.Spec.Import;

namespace Conformance.Spec.Tests.Import;

public sealed class ItemDifferencesTests
{
    [Fact]
    public void Equal_items_do_not_differ() =>
        ItemDifferences.Between([Item("氏名", "shimei")], Interface(Field("氏名", "shimei"))).Should().BeEmpty();

    [Fact]
    public void A_renamed_item_is_recognised_by_its_sample_if_only_one_has_it()
    {
        Kinds([Item("読み", "yomi", "サトウ")], Field("フリガナ", "furigana", "サトウ")).Should().Equal(ItemDifferenceKind.Name, ItemDifferenceKind.Romaji);
        Kinds([Item("読み", "yomi", "サトウ"), Item("別の読み", "betsu", "サトウ")], Field("フリガナ", "furigana", "サトウ")).Should()
            .Equal(ItemDifferenceKind.OnlyInList, ItemDifferenceKind.OnlyInList, ItemDifferenceKind.OnlyInInterface);
        Kinds([Item("代表", "daihyo", "1")], Field("名寄せ元", "nayosemoto", "1")).Should().Equal(ItemDifferenceKind.OnlyInList, ItemDifferenceKind.OnlyInInterface);
    }

    [Fact]
    public void The_name_decides_before_the_romaji() =>
        ItemDifferences.Between([Item("甲", "otsu"), Item("乙", "hei")], Interface(Field("甲", "ko"), Field("乙", "otsu")))
            .Select(difference => (difference.Kind, difference.InList, difference.InInterface)).Should()
            .Equal((ItemDifferenceKind.Romaji, "otsu", "ko"), (ItemDifferenceKind.Romaji, "hei", "otsu"));

    [Fact]
    public void Every_kind_of_difference_is_told_with_both_sources()
    {
        var differences = ItemDifferences.Between(
            [Item("氏名", "shimei") with { Output = "条件付き必須", Condition = "甲" }],
            Interface(Field("氏名", "shimei") with { Type = "X", Length = "9", Condition = RequiredCondition.Of("乙") }));

        differences.Select(difference => difference.Kind).Should().Equal(ItemDifferenceKind.Type, ItemDifferenceKind.Length, ItemDifferenceKind.Condition);
        differences.Should().OnlyContain(difference => difference.ListSource == "list!1" && difference.InterfaceSource == "api!1");
    }

    private static IEnumerable<ItemDifferenceKind> Kinds(IReadOnlyList<ImportedItem> items, params ImportedField[] fields) =>
        ItemDifferences.Between(items, Interface(fields)).Select(difference => difference.Kind);

    private static ImportedItem Item(string name, string romaji, string sample = "") => new()
    {
        Id = "03100001",
        Name = name,
        Romaji = romaji,
        Type = "Ｎ",
        Length = "10",
        Output = "任意",
        Sample = sample,
        Source = "list!1",
    };

    private static ImportedField Field(string title, string name, string sample = "") => new()
    {
        Name = name,
        Title = title,
        Type = "Ｎ",
        Length = "10",
        Samples = sample.Length > 0 ? [sample] : [],
        Source = "api!1",
    };

    private static ImportedInterface Interface(params ImportedField[] fields) => new()
    {
        Title = "t",
        Edition = "1",
        Issued = "",
        CallName = "c",
        Operation = "Read",
        Request = fields,
        Responses = [],
        Errors = [],
        Source = "api!1",
    };
}
