using System.Text;
using System.Text.Json;

namespace Conformance.Mocks;

/// <summary>Where the values of a JSON text stand: JSON pointer (RFC 6901) to line and column, both one-based.</summary>
internal sealed class JsonPositions
{
    private readonly Dictionary<string, (int Line, int Column)> places = new(StringComparer.Ordinal);

    private JsonPositions() { }

    /// <summary>The place of a value; of one that is not there, that of the nearest value around it.</summary>
    public (int Line, int Column) Of(string pointer)
    {
        while (true)
        {
            if (places.TryGetValue(pointer, out var place))
            {
                return place;
            }

            pointer = pointer[..Math.Max(0, pointer.LastIndexOf('/'))];
        }
    }

    /// <param name="text">Valid JSON.</param>
    public static JsonPositions Read(string text)
    {
        var positions = new JsonPositions();
        var bytes = Encoding.UTF8.GetBytes(text);
        var lines = new List<int> { 0 };
        lines.AddRange(Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == (byte)'\n').Select(i => i + 1));
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var path = new Stack<(string Pointer, int Index)>();
        string? member = null;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                member = reader.GetString();
                positions.Add($"{path.Peek().Pointer}/{Escape(member!)}", reader.TokenStartIndex, bytes, lines);
                continue;
            }

            var pointer = "";
            if (path.Count > 0)
            {
                var (parent, index) = path.Peek();
                pointer = $"{parent}/{(member is null ? index : Escape(member))}";
                if (member is null)
                {
                    path.Pop();
                    path.Push((parent, index + 1));
                }
            }

            positions.Add(pointer, reader.TokenStartIndex, bytes, lines);
            member = null;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Push((pointer, 0));
            }
        }

        return positions;
    }

    public static string Escape(string member) => member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private void Add(string pointer, long offset, byte[] bytes, List<int> lines)
    {
        var found = lines.BinarySearch((int)offset);
        var line = found >= 0 ? found : ~found - 1;
        places.TryAdd(pointer, (line + 1, Encoding.UTF8.GetCharCount(bytes, lines[line], (int)offset - lines[line]) + 1));
    }
}
