using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Shikyu;

/// <summary>The items of 支給例.</summary>
internal static class ShikyuFields
{
    public static Glossary Glossary { get; } = new(CommonFields.All.Where(field => field.Name != "riyu").Concat(
    [
        new("shinseibango", "申請番号", FieldKind.Half, 12),
        new("kata", "支給の型", FieldKind.Code, 1) { Choices = [("1", "施設型"), ("2", "居宅型")] },
        new("shinseinengappi", "申請年月日", FieldKind.Date, 10),
        new("kasangaku", "加算額", FieldKind.Digits, 6),
        new("tekiyokaishinengappi", "適用開始年月日", FieldKind.Date, 10),
        new("kijunnengappi", "基準年月日", FieldKind.Date, 10),
        new("kihongaku", "基本額", FieldKind.Digits, 7),
        new("shikyugaku", "支給額", FieldKind.Digits, 7),
        new("ketteikubun", "決定区分", FieldKind.Code, 1) { Choices = [("1", "支給"), ("2", "不支給")] },
        new("ketteinengappi", "決定年月日", FieldKind.Date, 10),
        new("riyu", "理由", FieldKind.Wide, 200),
    ]));
}
