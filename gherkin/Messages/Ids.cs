using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>Identifiers in messages. They are made from what a thing is, so that none has to be remembered; those of which there are many are made in place.</summary>
internal static class Ids
{
    public const string Run = "run";

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(control => (char)control), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(surrogate => (char)surrogate)]);

    // What stands around names and numbers, with room to spare.
    private const int Frame = 64;

    public static string Binding(int number) => string.Create(CultureInfo.InvariantCulture, $"binding-{number}");

    public static string Execution(int number) => string.Create(CultureInfo.InvariantCulture, $"hook-run-{number}");

    public static void WriteNode(Utf8JsonWriter json, JsonEncodedText property, int document, int node)
    {
        json.WritePropertyName(property);
        WriteNodeValue(json, document, node);
    }

    public static void WriteNodeValue(Utf8JsonWriter json, int document, int node)
    {
        var id = new IdText(stackalloc byte[Frame]);
        id.Add("node-"u8);
        id.Add(document);
        id.Add("-"u8);
        id.Add(node);
        id.Write(json);
    }

    public static void WritePickleStep(Utf8JsonWriter json, JsonEncodedText property, Pickle pickle, int step)
    {
        var id = new IdText(Room(pickle.Id) is { } rented ? rented : stackalloc byte[IdText.Most]);
        id.Add(pickle.Id);
        id.Add("#"u8);
        id.Add(step);
        json.WritePropertyName(property);
        id.Write(json);
    }

    public static void WriteCase(Utf8JsonWriter json, JsonEncodedText property, PlannedScenario scenario) => Write(json, property, scenario, default, -1);

    public static void WriteStep(Utf8JsonWriter json, JsonEncodedText property, PlannedScenario scenario, PlannedStep step) => Write(json, property, scenario, "#"u8, step.Number);

    public static void WriteAttempt(Utf8JsonWriter json, JsonEncodedText property, PlannedScenario scenario, int attempt) => Write(json, property, scenario, "@"u8, attempt);

    private static void Write(Utf8JsonWriter json, JsonEncodedText property, PlannedScenario scenario, ReadOnlySpan<byte> sign, int number)
    {
        var id = new IdText(Room(scenario.Pass) is { } rented ? rented : stackalloc byte[IdText.Most]);
        id.Add("case-"u8);
        id.Add(scenario.Number);
        if (scenario.Pass.Length > 0)
        {
            id.Add("-"u8);
            id.Add(scenario.Pass);
        }

        if (number >= 0)
        {
            id.Add(sign);
            id.Add(number);
        }

        json.WritePropertyName(property);
        id.Write(json);
    }

    // Null where the stack has room for it, also when every character of it is escaped (\u0000).
    private static byte[]? Room(string text) => (6 * text.Length) + Frame is var needed && needed > IdText.Most ? new byte[needed] : null;

    /// <summary>A text of JSON that is put together, quotes included.</summary>
    private ref struct IdText
    {
        public const int Most = 512;

        private readonly Span<byte> room;
        private int length;

        public IdText(Span<byte> room)
        {
            this.room = room;
            Add("\""u8);
        }

        public void Add(ReadOnlySpan<byte> text)
        {
            text.CopyTo(room[length..]);
            length += text.Length;
        }

        public void Add(string text)
        {
            if (text.AsSpan().IndexOfAny(Escaped) < 0)
            {
                length += Encoding.UTF8.GetBytes(text, room[length..]);
            }
            else
            {
                Add(JsonEncodedText.Encode(text).EncodedUtf8Bytes);
            }
        }

        public void Add(int number)
        {
            Utf8Formatter.TryFormat(number, room[length..], out var written);
            length += written;
        }

        // Checked above, so it need not be looked through again.
        public void Write(Utf8JsonWriter json)
        {
            Add("\""u8);
            json.WriteRawValue(room[..length], skipInputValidation: true);
        }
    }
}
