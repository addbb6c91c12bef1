using System.Globalization;

namespace Conformance.Mocks;

/// <summary>What a municipality asks of the list.</summary>
internal sealed record PortalListQuery(string? Procedure, string? Status, DateTimeOffset? From, string? Municipality, int Page, int Size)
{
    private const int LargestSize = 200;

    private static readonly string[] Statuses = ["mishutoku", "shutokuzumi", "uketsuke", "shinsachu", "kanryo", "kyakka", "torisage"];

    public static (PortalListQuery Query, IReadOnlyList<(string Code, string Message)> Errors) Read(IReadOnlyDictionary<string, string> asked)
    {
        List<(string, string)> errors = [];
        var procedure = Given(asked, "procedure");
        if (procedure is not null && !PortalProcedures.All.ContainsKey(procedure))
        {
            errors.Add(("E0002", $"手続 {procedure} はありません。{string.Join('、', PortalProcedures.All.Keys)} のいずれかです。"));
        }

        var status = Given(asked, "status");
        if (status is not null && !Statuses.Contains(status))
        {
            errors.Add(("E0002", $"状態 {status} はありません。{string.Join('、', Statuses)} のいずれかです。"));
        }

        DateTimeOffset? from = null;
        if (Given(asked, "from") is { } text)
        {
            // A plus that was not encoded arrives as a space.
            if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
            {
                from = parsed;
            }
            else
            {
                errors.Add(("E0002", $"from {text} は日時ではありません。"));
            }
        }

        var page = Number(asked, "page", 1, int.MaxValue, errors);
        var size = Number(asked, "size", 50, LargestSize, errors);
        return (new PortalListQuery(procedure, status, from, Given(asked, "shikuchosonkodo"), page, size), errors);
    }

    public bool Wants(PortalFile file) =>
        (Procedure is null || file.Application.Procedure == Procedure)
        && (Status is null || file.Status == Status)
        && (From is null || file.AppliedAt >= From)
        && (Municipality is null || file.Application.Municipality is null || file.Application.Municipality == Municipality);

    private static string? Given(IReadOnlyDictionary<string, string> asked, string name) => asked.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static int Number(IReadOnlyDictionary<string, string> asked, string name, int fallback, int largest, List<(string, string)> errors)
    {
        if (Given(asked, name) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest)
        {
            return number;
        }

        errors.Add(("E0002", largest == int.MaxValue ? $"{name} は1以上の数です（{text}）。" : $"{name} は1から{largest}までの数です（{text}）。"));
        return fallback;
    }
}
