using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Verdicts;

namespace Conformance.Reports.Json;

/// <summary>Causes and their numbers, in the order of <see cref="CauseKind"/>, so that the same counts are the same bytes.</summary>
internal sealed class CauseCountsConverter : JsonConverter<IReadOnlyDictionary<CauseKind, int>>
{
    public override IReadOnlyDictionary<CauseKind, int> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<CauseKind, int>>(ref reader, options) ?? throw new JsonException();

    public override void Write(
        Utf8JsonWriter writer, IReadOnlyDictionary<CauseKind, int> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (cause, count) in value.OrderBy(pair => pair.Key))
        {
            writer.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(cause.ToString()), count);
        }

        writer.WriteEndObject();
    }
}
