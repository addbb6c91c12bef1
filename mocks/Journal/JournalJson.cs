using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Mocks;

/// <summary>How everything here is written as JSON: camel case, Japanese left readable.</summary>
internal static class JournalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
