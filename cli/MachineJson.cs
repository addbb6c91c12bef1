using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Cli;

/// <summary>How everything that <c>--json</c> prints, and every file for machines, is written: camel case, indented, Japanese as it is.</summary>
internal static class MachineJson
{
    public static JsonSerializerOptions Indented { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
