using System.Globalization;
using Conformance.Reference.Office.Faults;

namespace Conformance.Reference.Office.Items;

/// <summary>Checks what was entered before anything is done with it.</summary>
internal static class FieldCheck
{
    /// <summary>Everything that is wrong, in the order of the fields.</summary>
    public static IReadOnlyList<WorkError> Of(IEnumerable<Field> fields, Row entry, Behaviour behaviour)
    {
        var errors = new List<WorkError>();
        foreach (var field in fields.Where(field => !behaviour.Unchecked(field.Name)))
        {
            var value = entry[field.Name];
            if (string.IsNullOrWhiteSpace(value))
            {
                if (field.Required)
                {
                    errors.Add(new WorkError("E0001", $"{field.Label}が設定されていません。"));
                }
            }
            else if (Problem(field, value, behaviour.LimitShift(field.Name)) is { } problem)
            {
                errors.Add(problem);
            }
        }

        return errors;
    }

    /// <summary>A day of the calendar, written YYYY-MM-DD.</summary>
    public static bool IsDate(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsMonth(string value) => value.Length == 7 && IsDate(value + "-01");

    private static WorkError? Problem(Field field, string value, int shift)
    {
        var wrong = field.Kind switch
        {
            FieldKind.Half when value.Any(c => c is < ' ' or > '~') => "は半角文字で設定してください。",
            FieldKind.Digits when !value.All(char.IsAsciiDigit) => "は半角数字で設定してください。",
            FieldKind.Wide when value.EnumerateRunes().Any(Widths.IsHalf) => "は全角文字で設定してください。",
            FieldKind.Date when !IsDate(value) => "は暦にある日をYYYY-MM-DDで設定してください。",
            FieldKind.Month when !IsMonth(value) => "はYYYY-MMで設定してください。",
            FieldKind.Code when field.Choices.All(choice => choice.Code != value) =>
                $"は{string.Join("、", field.Choices.Select(choice => choice.Code))}のいずれかを設定してください。",
            _ => null,
        };
        if (wrong is not null)
        {
            return new WorkError("E0002", field.Label + wrong);
        }

        var length = Widths.Count(value);
        var most = field.Length + shift;
        return field.Length == 0 || field.Kind is FieldKind.Code or FieldKind.Date or FieldKind.Month ? null
            : field.Fixed && length != most ? new WorkError("E0003", $"{field.Label}は{field.Length}桁で設定してください。")
            : length > most ? new WorkError("E0003", $"{field.Label}は{field.Length}文字以内で設定してください。")
            : null;
    }
}
