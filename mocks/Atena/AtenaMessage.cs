using System.Text.Json;

namespace Conformance.Mocks;

/// <summary>A request body, read as far as it can be read.</summary>
internal sealed class AtenaMessage
{
    private readonly Dictionary<string, string?> members = new(StringComparer.Ordinal);
    private readonly List<AtenaCondition> conditions = [];
    private readonly List<AtenaError> errors = [];
    private readonly List<string> remarks = [];

    private AtenaMessage() { }

    /// <summary>Member to value as text, in the order sent; null where JSON null was sent.</summary>
    public IReadOnlyDictionary<string, string?> Members => members;

    public IReadOnlyList<AtenaCondition> Conditions => conditions;

    /// <summary>What makes the body unreadable, wholly or in part.</summary>
    public IReadOnlyList<AtenaError> Errors => errors;

    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>The value; null where it is absent, null or empty, all of which the interface calls 設定されていない.</summary>
    public string? this[string member] => members.GetValueOrDefault(member) is { Length: > 0 } value ? value : null;

    public static AtenaMessage Read(string body)
    {
        var message = new AtenaMessage();
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in document.RootElement.EnumerateObject())
                {
                    message.Read(member);
                }
            }
            else
            {
                message.errors.Add(AtenaError.NotJson("The body is JSON, but no object."));
            }
        }
        catch (JsonException broken)
        {
            message.errors.Add(AtenaError.NotJson($"The body is not JSON: {broken.Message}"));
        }

        return message;
    }

    private void Read(JsonProperty member)
    {
        if (TryText(() => member.Name) is not { } name)
        {
            errors.Add(AtenaError.NotJson("A member name has half a surrogate pair."));
            return;
        }

        if (name == "joken")
        {
            ReadConditions(member.Value);
            return;
        }

        if (members.ContainsKey(name))
        {
            remarks.Add($"{name} occurs more than once; the last one counts.");
        }

        members[name] = Text(name, member.Value);
        if (AtenaItems.OfMember(name) is null)
        {
            remarks.Add($"{name} is no member that this interface knows; ignored.");
        }
    }

    private void ReadConditions(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(AtenaError.Characters("条件", "配列", "joken is no array."));
            return;
        }

        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                errors.Add(AtenaError.Characters("条件", "構造", "A condition is no object."));
                continue;
            }

            string? Part(string name) => element.TryGetProperty(name, out var part) ? Text(name, part) : null;
            var item = Part("komoku") ?? "";
            var match = Part("itchi");
            conditions.Add(new AtenaCondition(item, Part("chi") ?? "", match == "bubun"));
            if (item.Length == 0)
            {
                errors.Add(AtenaError.Missing("項目", "A condition has no komoku."));
            }
            else if (AtenaItems.OfMember(item) is not { } known || (!known.Stored && item != AtenaItems.NumberMember))
            {
                errors.Add(AtenaError.Characters("項目", "ローマ字の項目名", $"'{item}' is no item of a record."));
            }

            if (match is not (null or "kanzen" or "bubun"))
            {
                errors.Add(AtenaError.Characters("一致", "kanzenまたはbubun", $"itchi is '{match}'."));
            }
        }
    }

    private string? Text(string member, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                if (TryText(value.GetString) is { } text)
                {
                    return text;
                }

                errors.Add(AtenaError.Characters(AtenaItems.NameOf(member), "文字", $"{member} has half a surrogate pair."));
                return value.GetRawText();
            case JsonValueKind.Object or JsonValueKind.Array:
                errors.Add(AtenaError.Characters(AtenaItems.NameOf(member), "文字列", $"{member} is a structure, not a value."));
                return value.GetRawText();
            default:
                remarks.Add($"{member} is a JSON {value.ValueKind}, not a string.");
                return value.GetRawText();
        }
    }

    /// <returns>Null where JSON escapes give no valid text.</returns>
    private static string? TryText(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <param name="Member">ローマ字 of the item.</param>
internal sealed record AtenaCondition(string Member, string Value, bool Partial);
