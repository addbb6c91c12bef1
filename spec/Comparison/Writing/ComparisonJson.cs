using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>A comparison for machines.</summary>
public static class ComparisonJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary><c>{"old","new","counts":{part:{kind:n}},"differences":[…]}</c>.</summary>
    public static string Format(StandardComparison comparison) => JsonSerializer.Serialize(new
    {
        Old = comparison.Old.Key,
        New = comparison.New.Key,
        Draft = comparison.New.Status == StandardStatus.Draft,
        Counts = comparison.Differences.GroupBy(difference => difference.Part).ToDictionary(part => Camel(part.Key), part => part.GroupBy(difference => difference.Kind).ToDictionary(kind => Camel(kind.Key), kind => kind.Count())),
        Differences = comparison.Differences.Select(difference => new
        {
            difference.Part,
            difference.Kind,
            difference.Id,
            difference.Name,
            difference.Aspect,
            difference.Before,
            difference.After,
            difference.Confidence,
            Client = difference.Client == Compatibility.NotApplicable ? null : (Compatibility?)difference.Client,
            Provider = difference.Provider == Compatibility.NotApplicable ? null : (Compatibility?)difference.Provider,
        }),
    }, Options);

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
