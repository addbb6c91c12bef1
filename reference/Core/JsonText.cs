using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Reference.Core;

internal static class JsonText
{
    /// <summary>Japanese stays readable in what is sent and answered.</summary>
    public static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
