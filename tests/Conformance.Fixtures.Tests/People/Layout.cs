namespace Conformance.Fixtures.Tests;

/// <summary>
/// Type and length of the items, from 付番API仕様 2.0, リクエスト_API仕様; 住所_町字 with the 18 of the item list, so that people fit both (F-0310-51).
/// </summary>
internal static class Layout
{
    private static readonly Dictionary<string, (string Type, int Length, bool Exact)> s_items = new()
    {
        ["個人番号"] = ("X", 12, true),
        ["氏名"] = ("Ｎ", 100, false),
        ["氏_日本人"] = ("Ｎ", 50, false),
        ["名_日本人"] = ("Ｎ", 50, false),
        ["氏名_外国人ローマ字"] = ("Ｎ", 100, false),
        ["氏名_外国人漢字"] = ("Ｎ", 100, false),
        ["氏名_フリガナ"] = ("Ｎ", 100, false),
        ["氏_日本人_フリガナ"] = ("Ｎ", 50, false),
        ["名_日本人_フリガナ"] = ("Ｎ", 50, false),
        ["通称"] = ("Ｎ", 100, false),
        ["通称_フリガナ"] = ("Ｎ", 100, false),
        ["通称_フリガナ確認状況"] = ("X", 1, true),
        ["性別"] = ("X", 1, true),
        ["生年月日"] = ("DATE", 10, true),
        ["生年月日_不詳フラグ"] = ("X", 1, true),
        ["生年月日_不詳表記"] = ("Ｎ", 72, false),
        ["住所_市区町村コード"] = ("X", 6, true),
        ["住所_町字コード"] = ("X", 7, true),
        ["住所_都道府県"] = ("Ｎ", 4, false),
        ["住所_市区郡町村名"] = ("Ｎ", 12, false),
        ["住所_町字"] = ("Ｎ", 18, false),
        ["住所_番地号表記"] = ("Ｎ", 50, false),
        ["住所_方書"] = ("Ｎ", 300, false),
        ["住所_方書_フリガナ"] = ("Ｎ", 300, false),
        ["住所_郵便番号"] = ("X", 7, true),
        ["住所_国名コード"] = ("X", 3, true),
        ["住所_国名等"] = ("Ｎ", 100, false),
        ["住所_国外住所"] = ("Ｎ", 300, false),
    };

    public static IEnumerable<string> Names => s_items.Keys;

    /// <summary>What is wrong with a person, by the layout and by the conditions 「※※」 of the interface.</summary>
    public static IEnumerable<string> FaultsOf(Person person)
    {
        foreach (var (item, value) in person.Items)
        {
            if (!s_items.TryGetValue(item, out var layout))
            {
                yield return $"{item}: no such item";
                continue;
            }

            var length = value.Length;
            if (length == 0 || length > layout.Length || (layout.Exact && length != layout.Length))
            {
                yield return $"{item}: length {length} of {layout.Length}: {value}";
            }

            if (layout.Type == "Ｎ" ? !Text.IsFullWidth(value) : !Text.IsHalfWidth(value))
            {
                yield return $"{item}: not of type {layout.Type}: {value}";
            }

            if (layout.Type == "DATE" && !DateOnly.TryParseExact(value, "yyyy-MM-dd", out _))
            {
                yield return $"{item}: no date: {value}";
            }

            if (item.EndsWith("フリガナ", StringComparison.Ordinal) && !value.All(c => c is (>= 'ァ' and <= 'ー') or '　' || char.IsBetween(c, '０', '９')))
            {
                yield return $"{item}: not katakana: {value}";
            }
        }

        if (person.Items.ContainsKey("氏_日本人") && person["氏名"] != $"{person["氏_日本人"]}　{person["名_日本人"]}")
        {
            yield return $"氏名 is not 氏 and 名: {person["氏名"]}";
        }

        if (person.Items.ContainsKey("氏_日本人") && person["氏名_フリガナ"] != $"{person["氏_日本人_フリガナ"]}　{person["名_日本人_フリガナ"]}")
        {
            yield return $"氏名_フリガナ is not 氏 and 名: {person["氏名_フリガナ"]}";
        }

        if (!PersonalNumber.IsValid(person["個人番号"]))
        {
            yield return $"個人番号: {person["個人番号"]}";
        }

        if (person.Items.TryGetValue("住所_市区町村コード", out var code) && !MunicipalityCode.IsValid(code))
        {
            yield return $"住所_市区町村コード: {code}";
        }
    }
}
