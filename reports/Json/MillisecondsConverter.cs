using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Json;

/// <summary>A duration as a decimal number of milliseconds, exact to the tick (100 ns).</summary>
internal sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var milliseconds = reader.GetDecimal();
        if (milliseconds is < 0 or > long.MaxValue / TimeSpan.TicksPerMillisecond)
        {
            throw new JsonException("A duration is a number of milliseconds from 0 on.");
        }

        return TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        var milliseconds = (decimal)value.Ticks / TimeSpan.TicksPerMillisecond;
        writer.WriteNumberValue(milliseconds / 1.0000000000000000000000000000m);
    }
}
