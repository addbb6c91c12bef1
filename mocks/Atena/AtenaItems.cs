using System.Collections.Frozen;
using static Conformance.Mocks.AtenaItemKind;

namespace Conformance.Mocks;

/// <summary>The request rows of 住登外者宛名番号付番API仕様 2.0版 in their order, and the few members that the illustrative interfaces add.</summary>
internal static class AtenaItems
{
    public const string NumberMember = "atenabango";
    public const string LinkedToMember = "nayosesakiatenabango";
    public const string LinkFlagMember = "nayosemotofuragu";
    public const string HiddenFlagMember = "tagyomusanshofukafuragu";
    public const string BusinessMember = "gyomuid";
    public const string OperatorMember = "sosashaid";
    public const string ProcessingMember = "shorikubun";
    public const string MunicipalityMember = "shikuchosonkodo";

    private static readonly string[] Flag = ["0", "1"];

    public static IReadOnlyList<AtenaItem> All { get; } =
    [
        new(ProcessingMember, "処理区分", HalfWidth, 1) { Required = true, FixedLength = true, Values = ["0", "1", "2"], Stored = false },
        new(MunicipalityMember, "市区町村コード", HalfWidth, 6) { Required = true, FixedLength = true },
        new(NumberMember, "宛名番号", HalfWidth, 15) { FixedLength = true, Stored = false },
        new("kojinbango", "個人番号", HalfWidth, 12) { FixedLength = true },
        new("shimei", "氏名", FullWidth, 100),
        new("uji_nihonjin", "氏_日本人", FullWidth, 50),
        new("na_nihonjin", "名_日本人", FullWidth, 50),
        new("shimei_gaikokujinromaji", "氏名_外国人ローマ字", FullWidth, 100),
        new("shimei_gaikokujinkanji", "氏名_外国人漢字", FullWidth, 100),
        new("shimei_furigana", "氏名_フリガナ", FullWidth, 100),
        new("uji_nihonjin_furigana", "氏_日本人_フリガナ", FullWidth, 50),
        new("na_nihonjin_furigana", "名_日本人_フリガナ", FullWidth, 50),
        new("tsusho", "通称", FullWidth, 100),
        new("tsusho_furigana", "通称_フリガナ", FullWidth, 100),
        new("tsusho_furiganakakuninjokyo", "通称_フリガナ確認状況", HalfWidth, 1) { FixedLength = true, Values = Flag },
        new("seibetsu", "性別", HalfWidth, 1) { FixedLength = true },
        new("seinengappi", "生年月日", Date, 10) { FixedLength = true, UnknownDateAllowed = true },
        new("seinengappi_fushofuragu", "生年月日_不詳フラグ", HalfWidth, 1) { FixedLength = true, Values = Flag },
        new("seinengappi_fushohyoki", "生年月日_不詳表記", FullWidth, 72),
        new("jusho_shikuchosonkodo", "住所_市区町村コード", HalfWidth, 6) { FixedLength = true },
        new("jusho_choazakodo", "住所_町字コード", HalfWidth, 7) { FixedLength = true },
        new("shiteitoshi_gyoseikutokodo", "指定都市_行政区等コード", HalfWidth, 12),
        new("jusho_todofuken", "住所_都道府県", FullWidth, 4),
        new("jusho_shikugunchosonmei", "住所_市区郡町村名", FullWidth, 12),
        new("jusho_choaza", "住所_町字", FullWidth, 120),
        new("jusho_banchigohyoki", "住所_番地号表記", FullWidth, 50),
        new("jusho_katagaki", "住所_方書", FullWidth, 300),
        new("jusho_katagaki_furigana", "住所_方書_フリガナ", FullWidth, 300),
        new("jusho_yubinbango", "住所_郵便番号", HalfWidth, 7) { FixedLength = true },
        new("jusho_kokumeikodo", "住所_国名コード", HalfWidth, 3) { FixedLength = true },
        new("jusho_kokumeito", "住所_国名等", FullWidth, 100),
        new("jusho_kokugaijusho", "住所_国外住所", FullWidth, 300),
        new(BusinessMember, "業務ID", HalfWidth, 3) { FixedLength = true },
        new("dokujishisakushisutemutoid", "独自施策システム等ID", HalfWidth, 3) { FixedLength = true },
        new(LinkFlagMember, "名寄せ元フラグ", HalfWidth, 1) { Required = true, FixedLength = true, Values = Flag },
        new(LinkedToMember, "名寄せ先宛名番号", HalfWidth, 15) { FixedLength = true },
        new(HiddenFlagMember, "他業務参照不可フラグ", HalfWidth, 1) { Required = true, FixedLength = true, Values = Flag },
        new(OperatorMember, "操作者ID", HalfWidth, 10) { Required = true },
        new("sosanengappi", "操作年月日", Date, 10) { Required = true, FixedLength = true },
        new("sosajikoku", "操作時刻", Time, 8) { Required = true, FixedLength = true },
    ];

    private static readonly FrozenDictionary<string, AtenaItem> ByMember = All.ToFrozenDictionary(item => item.Member, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, AtenaItem> ByName = All.ToFrozenDictionary(item => item.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> FurtherNames = new Dictionary<string, string>
    {
        ["rirekibango"] = "履歴番号",
        ["rirekikubun"] = "履歴区分",
        ["sakujofuragu"] = "削除フラグ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static AtenaItem? OfMember(string member) => ByMember.GetValueOrDefault(member);

    public static AtenaItem? OfName(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Member of an item, those of records included; null where there is no such item.</summary>
    public static string? MemberOf(string name) => OfName(name)?.Member ?? FurtherNames.FirstOrDefault(further => further.Value == name).Key;

    /// <summary>Item name as the standard prints it; the member itself where the standard has none.</summary>
    public static string NameOf(string member) =>
        ByMember.TryGetValue(member, out var item) ? item.Name : FurtherNames.GetValueOrDefault(member, member);

    /// <summary>Item names to members of a record; 処理区分, which is none, is left out.</summary>
    /// <exception cref="ArgumentException">A name that the standard does not have.</exception>
    public static Dictionary<string, string> ToMembers(IEnumerable<KeyValuePair<string, string>> itemsByName)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in itemsByName)
        {
            var item = OfName(name) ?? throw new ArgumentException($"The standard has no item '{name}'.", nameof(itemsByName));
            if (item.Member != ProcessingMember)
            {
                members[item.Member] = value;
            }
        }

        return members;
    }
}
