using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Json;

/// <summary>
/// Text as a product may return it. A lone surrogate, which JSON in UTF-8 cannot carry, becomes U+FFFD. With a limit, a longer
/// text is written as <c>{"cut": its beginning, "length": its length in UTF-16 units}</c>.
/// </summary>
internal sealed class TextConverter(int limit = int.MaxValue) : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length <= limit)
        {
            writer.WriteStringValue(WellFormed(value));
            return;
        }

        var end = char.IsHighSurrogate(value[limit - 1]) ? limit - 1 : limit;
        writer.WriteStartObject();
        writer.WriteString("cut", WellFormed(value[..end]));
        writer.WriteNumber("length", value.Length);
        writer.WriteEndObject();
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(WellFormed(value));

    private static string WellFormed(string value)
    {
        StringBuilder? repaired = null;
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
                continue;
            }

            repaired ??= new StringBuilder(value);
            repaired[i] = '\uFFFD';
        }

        return repaired?.ToString() ?? value;
    }
}
