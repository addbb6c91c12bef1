using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>Reads JSON as people write it: comments and trailing commas are taken, a member that occurs twice is not.</summary>
internal static class StubText
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <exception cref="JsonException">Not JSON.</exception>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Options);

    /// <summary>What the exception says, in one line, with a one-based place.</summary>
    public static (int Line, int Column, string Fact) Describe(JsonException broken)
    {
        var end = broken.Message.IndexOf(" Path:", StringComparison.Ordinal);
        if (end < 0)
        {
            end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        }

        return ((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, end < 0 ? broken.Message : broken.Message[..end]);
    }
}
