using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>
/// Stub mappings in the form of WireMock: an answer that somebody lays out for requests of a kind, whoever's path it is. A stub overrides the neighbour.
/// The same can be done over HTTP under <c>/__admin/mappings</c>. Thread-safe.
/// </summary>
public sealed class StubBoard : IDisposable
{
    private readonly StubSet set = new();
    private readonly StubScenarios scenarios = new();
    private readonly StubRendering rendering;
    private readonly StubMappingReader reader;
    private readonly byte[] run;
    private int made;

    internal StubBoard(TimeProvider time)
    {
        run = BitConverter.GetBytes(time.GetUtcNow().UtcTicks);
        rendering = new StubRendering(time);
        reader = new StubMappingReader(NextId);
    }

    /// <summary>How many mappings are in force.</summary>
    public int Count => set.All.Length;

    internal StubSet Set => set;

    internal StubScenarios Scenarios => scenarios;

    internal StubMappingReader Reader => reader;

    internal TimeSpan GlobalDelay { get; set; }

    /// <summary>Adds one mapping, or those of <c>{"mappings": [ … ]}</c>; all or none.</summary>
    /// <param name="name">What the text is called in messages.</param>
    /// <returns>The IDs, in order.</returns>
    /// <exception cref="BadInputException">Not JSON, or no mapping; with line, column and remedy of everything that is wrong.</exception>
    public IReadOnlyList<Guid> Add(string json, string name = "stub")
    {
        var mappings = ReadText(json, name, fromFile: false, null);
        set.Change(mappings);
        return [.. mappings.Select(mapping => mapping.Id)];
    }

    /// <summary>Adds the mappings of a file, or of every <c>.json</c> file under a folder: under its <c>mappings</c> where it has one, with body files under
    /// <c>__files</c>; all or none. They outlive a reset.</summary>
    /// <exception cref="BadInputException">As in <see cref="Add"/>, or there is no such file or folder.</exception>
    public IReadOnlyList<Guid> Load(string path)
    {
        var mappings = StubFolder.Read(path, (text, file, folder) => ReadText(text, file, fromFile: true, folder));
        set.Change(mappings);
        return [.. mappings.Select(mapping => mapping.Id)];
    }

    /// <returns>False where there is no such mapping.</returns>
    public bool Remove(Guid id)
    {
        var there = set.Find(id) is not null;
        set.Change([], mapping => mapping.Id == id);
        return there;
    }

    /// <summary>Removes every mapping that neither came from a file nor says that it is persistent, and puts every scenario back to its start.</summary>
    public void Reset()
    {
        set.Change([], mapping => !mapping.OutlivesReset);
        scenarios.Reset();
    }

    /// <summary>State of a scenario; Started where nothing has moved it.</summary>
    public string StateOf(string scenario) => scenarios.Of(scenario);

    /// <summary>Closes connections to servers that requests were passed on to.</summary>
    public void Dispose() => rendering.Dispose();

    /// <returns>The mapping that answers, its scenario moved on; null where none does.</returns>
    internal StubMapping? Match(StubRequest request)
    {
        foreach (var mapping in set.All)
        {
            if (mapping.Request.Matches(request) && scenarios.TryEnter(mapping))
            {
                return mapping;
            }
        }

        return null;
    }

    /// <summary>What to say where nobody answers: which stub came nearest.</summary>
    internal string Advice(MockRequest request)
    {
        const string nobody = "Nobody answers at this path.";
        return Count == 0 || NearMiss.Of(new StubRequest(request), set.All) is not [var nearest, ..]
            ? nobody
            : $"{nobody} The nearest stub is {nearest.Mapping.Name ?? nearest.Mapping.Id.ToString()}: {nearest.Mapping.Json["request"]!.ToJsonString(JournalJson.Options)}";
    }

    internal ValueTask<MockAnswer> AnswerAsync(StubMapping mapping, StubRequest request, CancellationToken cancellationToken) =>
        rendering.AnswerAsync(mapping, request, GlobalDelay, cancellationToken);

    private List<StubMapping> ReadText(string text, string name, bool fromFile, string? folder)
    {
        JsonNode? root;
        try
        {
            root = StubText.Parse(text);
        }
        catch (JsonException broken)
        {
            var (line, column, fact) = StubText.Describe(broken);
            throw new BadInputException(new Problem("CF6821", name, line, column, $"This is not JSON: {fact}", "Correct it."));
        }

        List<StubProblem> problems = [];
        List<StubMapping> mappings = root is JsonObject several && several["mappings"] is JsonArray list
            ? [.. list.Select((node, i) => reader.Read(node, $"/mappings/{i}", problems, fromFile, folder))]
            : [reader.Read(root, "", problems, fromFile, folder)];
        if (problems.Count > 0)
        {
            var positions = JsonPositions.Read(text);
            throw new BadInputException([.. problems.Select(problem => problem.At(name, positions))]);
        }

        return mappings;
    }

    /// <summary>Version 8 (RFC 9562: our own): the start of the host and a serial.</summary>
    private Guid NextId()
    {
        var bytes = new byte[16];
        run.CopyTo(bytes, 0);
        BitConverter.GetBytes(Interlocked.Increment(ref made)).CopyTo(bytes, 12);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x80);
        bytes[8] = 0x80;
        return new Guid(bytes);
    }
}
