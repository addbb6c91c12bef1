using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Conformance.Verdicts;

namespace Conformance.Reports.Json;

/// <summary>How results are spelled in JSON: camelCase members and words, <c>…Ms</c> for durations, <c>schema</c> first.</summary>
internal static class ResultFormat
{
    /// <summary>The format of <c>result.json</c>.</summary>
    public static JsonSerializerOptions Full { get; } = Create(int.MaxValue, indented: true);

    /// <summary>The same, compact.</summary>
    public static JsonSerializerOptions Plain { get; } = Create(int.MaxValue, indented: false);

    /// <summary>The same, compact and with long texts cut, for what a page embeds.</summary>
    public static JsonSerializerOptions Cut(int textLimit) => Create(textLimit, indented: false);

    private static JsonSerializerOptions Create(int textLimit, bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // Japanese stays readable; what is embedded in a page is compressed and never parsed as markup.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SchemaFirst, UnitInTheNameOfDurations } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new MillisecondsConverter());
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new TextConverter(textLimit));
        options.Converters.Add(new CauseCountsConverter());
        return options;
    }

    private static void SchemaFirst(JsonTypeInfo type)
    {
        if (type.Type == typeof(RunResult))
        {
            type.Properties.Single(property => property.Name == "schema").Order = -1;
        }
    }

    private static void UnitInTheNameOfDurations(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType == typeof(TimeSpan)))
        {
            property.Name += "Ms";
        }
    }
}
