using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>Identifiers in messages. They are made from what a thing is, so that none has to be remembered; those of which there are many are made in place.</summary>
internal static class Ids
{
    public const string Run = "run";

    // What stands around names and numbers, with room to spare.
    private const int Frame = 64;

    public static string Binding(int number) => string.Create(CultureInfo.InvariantCulture, $"binding-{number}");

    public static string Execution(int number) => string.Create(CultureInfo.InvariantCulture, $"hook-run-{number}");

    public static void WriteNode(Utf8JsonWriter json, ReadOnlySpan<byte> property, int document, int node)
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
        json.WriteStringValue(id.Written);
    }

    public static void WritePickleStep(Utf8JsonWriter json, ReadOnlySpan<byte> property, Pickle pickle, int step)
    {
        var id = new IdText(Room(pickle.Id) is { } rented ? rented : stackalloc byte[IdText.Most]);
        id.Add(pickle.Id);
        id.Add("#"u8);
        id.Add(step);
        json.WriteString(property, id.Written);
    }

    public static void WriteCase(Utf8JsonWriter json, ReadOnlySpan<byte> property, PlannedScenario scenario)
    {
        var id = new IdText(Room(scenario.Pass) is { } rented ? rented : stackalloc byte[IdText.Most]);
        AddCase(ref id, scenario);
        json.WriteString(property, id.Written);
    }

    public static void WriteStep(Utf8JsonWriter json, ReadOnlySpan<byte> property, PlannedScenario scenario, PlannedStep step)
    {
        var id = new IdText(Room(scenario.Pass) is { } rented ? rented : stackalloc byte[IdText.Most]);
        AddCase(ref id, scenario);
        id.Add("#"u8);
        id.Add(step.Number);
        json.WriteString(property, id.Written);
    }

    public static void WriteAttempt(Utf8JsonWriter json, ReadOnlySpan<byte> property, PlannedScenario scenario, int attempt)
    {
        var id = new IdText(Room(scenario.Pass) is { } rented ? rented : stackalloc byte[IdText.Most]);
        AddCase(ref id, scenario);
        id.Add("@"u8);
        id.Add(attempt);
        json.WriteString(property, id.Written);
    }

    private static void AddCase(ref IdText id, PlannedScenario scenario)
    {
        id.Add("case-"u8);
        id.Add(scenario.Number);
        if (scenario.Pass.Length > 0)
        {
            id.Add("-"u8);
            id.Add(scenario.Pass);
        }
    }

    // Null where the stack has room for it.
    private static byte[]? Room(string text) => Encoding.UTF8.GetMaxByteCount(text.Length) + Frame is var needed && needed > IdText.Most ? new byte[needed] : null;

    /// <summary>Text in UTF-8 that is put together.</summary>
    private ref struct IdText(Span<byte> room)
    {
        public const int Most = 512;

        private readonly Span<byte> room = room;
        private int length;

        public readonly ReadOnlySpan<byte> Written => room[..length];

        public void Add(ReadOnlySpan<byte> text)
        {
            text.CopyTo(room[length..]);
            length += text.Length;
        }

        public void Add(string text) => length += Encoding.UTF8.GetBytes(text, room[length..]);

        public void Add(int number)
        {
            Utf8Formatter.TryFormat(number, room[length..], out var written);
            length += written;
        }
    }
}
