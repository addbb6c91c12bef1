namespace Conformance.Mocks;

/// <summary>ローマ字 of the illustrative interfaces to the names that standards print, as far as scenarios look for them.</summary>
internal static class NeighbourItems
{
    public const string Application = "受付番号";
    public const string Person = "宛名番号";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["uketsukebango"] = Application,
        ["atenabango"] = Person,
        ["kojinbango"] = "個人番号",
        ["shimei"] = "氏名",
        ["shimei_furigana"] = "氏名_フリガナ",
        ["seinengappi"] = "生年月日",
        ["seibetsu"] = "性別",
        ["jusho"] = "住所",
        ["gyomuid"] = "業務ID",
        ["shokaibango"] = "照会番号",
    };

    /// <summary>The member itself where it has no other name here.</summary>
    public static string NameOf(string member) => Names.GetValueOrDefault(member, member);

    public static Dictionary<string, string?> Named(IEnumerable<KeyValuePair<string, string?>> members)
    {
        var named = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (member, value) in members)
        {
            named[NameOf(member)] = value;
        }

        return named;
    }
}
