using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>
/// A feed that somebody else provides, as it was read: a target that is 住民記録 itself answers it. What is wrong is told with its place; what was received is
/// kept whole. The layout is the illustrative one of this room's own feeds.
/// </summary>
/// <param name="Received">The answer as it came.</param>
/// <param name="Cursor">Where to go on; null where the answer has none.</param>
/// <param name="Entries">The entries that nothing is wrong with, in order.</param>
/// <param name="Problems">What is wrong, in order; empty where nothing is.</param>
public sealed record ProvidedFeed(string Received, string? Cursor, IReadOnlyList<JsonObject> Entries, IReadOnlyList<Problem> Problems)
{
    private static readonly Dictionary<string, Layout> Layouts = new(StringComparer.Ordinal)
    {
        ["tenshutsushomei"] = new("joho", ["shomeibango", "kojinbango", "shimei", "shimei_furigana", "seinengappi", "tenshutsumaejusho", "tenshutsusakijusho", "tenshutsuyoteinengappi"],
            "jotai", ["yotei", "kakutei", "torikeshi"]),
        ["shiensochi"] = new("sabun", ["sabunbango", "atenabango", "kaishinengappi", "shuryonengappi"], "sabunkubun", ["settei", "koshin", "kaijo"]),
        ["ido"] = new("ido", ["idobango", "atenabango", "idonengappi"], "idojiyu", ["shussei", "shibo", "tennyu", "tenshutsu", "tenkyo", "kokugai"]),
    };

    /// <param name="feed">tenshutsushomei, shiensochi or ido.</param>
    /// <param name="received">The answer.</param>
    /// <param name="source">What the answer is called in messages: the address it came from.</param>
    /// <exception cref="ArgumentException">No such feed.</exception>
    public static ProvidedFeed Read(string feed, string received, string source)
    {
        ArgumentNullException.ThrowIfNull(received);
        if (!Layouts.TryGetValue(feed, out var layout))
        {
            throw new ArgumentException($"There is no feed {feed}; there are {string.Join(", ", Layouts.Keys)}.", nameof(feed));
        }

        JsonNode? root;
        try
        {
            root = StubText.Parse(received);
        }
        catch (JsonException broken)
        {
            var (line, column, fact) = StubText.Describe(broken);
            return new ProvidedFeed(received, null, [], [new Problem("CF6815", source, line, column, $"The feed is not JSON: {fact}", "Answer with a JSON object.")]);
        }

        List<StubProblem> problems = [];
        var json = StubObject.Of(root, "", problems);
        List<JsonObject> sound = [];
        if (json.Node(layout.Member) is not JsonArray)
        {
            json.Problem(layout.Member, $"The list '{layout.Member}' is missing.", "Answer with the list, empty where there is nothing new.");
        }
        else
        {
            foreach (var (node, pointer) in json.List(layout.Member))
            {
                var before = problems.Count;
                layout.Check(StubObject.Of(node, pointer, problems));
                if (problems.Count == before)
                {
                    sound.Add((JsonObject)node!.DeepClone());
                }
            }
        }

        var cursor = json.Text("cursor");
        if (cursor is null)
        {
            json.Problem("cursor", "The cursor is missing.", "Tell where the next call goes on.");
        }

        var positions = JsonPositions.Read(received);
        return new ProvidedFeed(received, cursor, sound, [.. problems.Select(problem => problem.At(source, positions) with { Code = "CF6815" })]);
    }

    /// <param name="Member">Name of the list.</param>
    /// <param name="Coded">Name of the member with a code.</param>
    private sealed record Layout(string Member, IReadOnlyList<string> Required, string Coded, IReadOnlyList<string> Codes)
    {
        public void Check(StubObject entry)
        {
            foreach (var name in Required)
            {
                if (entry.Text(name) is not { Length: > 0 } text)
                {
                    entry.Problem(name, $"'{name}' is missing.", "Give it a value.");
                }
                else if (name.EndsWith("nengappi", StringComparison.Ordinal) && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                {
                    entry.Problem(name, $"'{text}' is no date.", "Write it like 2026-04-01.");
                }
            }

            if (entry.Text(Coded) is not { } code || !Codes.Contains(code))
            {
                entry.Problem(Coded, $"'{entry.Text(Coded)}' is no code of '{Coded}'.", $"Use one of: {string.Join(' ', Codes)}.");
            }
        }
    }
}
