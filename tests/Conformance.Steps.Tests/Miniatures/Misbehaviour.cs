using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Conformance.Steps.Tests.Miniatures;

/// <summary>Ways in which a target misbehaves, by a name that is a sentence.</summary>
internal static class Misbehaviour
{
    /// <summary>Everything invalid, unauthorised or locked is accepted all the same, with a number of its own.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> AcceptsEverything()
    {
        var serial = 70_000_000_000_000L;
        return async (_, forward) => await forward() is { Status: 200 } accepted
            ? accepted
            : Result(new JsonArray(new JsonObject { ["atenabango"] = $"{Interlocked.Increment(ref serial)}0" }));
    }

    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> RefusesEverything() => (_, _) => Task.FromResult(Answer.Refused("E0004", "相関エラーです。"));

    /// <summary>Each answer of an operation is the one that the request before it should have got.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> AnswersThePreviousRequest()
    {
        var previous = new ConcurrentDictionary<string, Answer>();
        var turn = new SemaphoreSlim(1);
        return async (asked, forward) =>
        {
            await turn.WaitAsync();
            try
            {
                var own = await forward();
                var given = previous.GetValueOrDefault(asked.Path, own);
                previous[asked.Path] = own;
                return given;
            }
            finally
            {
                turn.Release();
            }
        };
    }

    /// <summary>Says that it stored what it was sent, and knows of nobody when asked.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> ForgetsEveryWrite() => async (asked, forward) =>
        asked.Writes || asked.Path.Contains("ido", StringComparison.Ordinal) ? await forward() : Result([]);

    /// <summary>Keeps the first state of a person and answers changes as if they had been stored.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> ForgetsEveryChange() => async (asked, forward) =>
        asked.Path.Contains("jushin", StringComparison.Ordinal)
            ? Result(new JsonArray(new JsonObject { ["atenabango"] = JsonNode.Parse(asked.Body)?["atenabango"]?.GetValue<string>(), ["rirekibango"] = 2 }))
            : await forward();

    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> Always(Answer answer) => (_, _) => Task.FromResult(answer);

    /// <summary>Right, but not at once.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> AnswersAfter(TimeSpan delay) => async (_, forward) =>
    {
        var answer = await forward();
        await Task.Delay(delay);
        return answer;
    };

    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> PassesOn() => (_, forward) => forward();

    /// <summary>Works for the first requests and is cut off from then on.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> DiesAfter(int requests)
    {
        var count = 0;
        return (_, forward) => Interlocked.Increment(ref count) <= requests ? forward() : Task.FromResult(new Answer(0, "") { Cut = true });
    }

    /// <summary>Notes what it was asked and what the sound function answered, for a table.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> Notes(ConcurrentDictionary<(string Path, string Body), Answer> table) => async (asked, forward) =>
        table[(asked.Path, asked.Body)] = await forward();

    /// <summary>Does nothing: answers what it was asked once before from a table, and everything else with something that was right for somebody else.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> AnswersFromATable(IReadOnlyDictionary<(string Path, string Body), Answer> table)
    {
        var any = table.Where(entry => entry.Value.Status == 200).GroupBy(entry => entry.Key.Path).ToDictionary(group => group.Key, group => group.First().Value);
        return (asked, forward) => table.TryGetValue((asked.Path, asked.Body), out var known) ? Task.FromResult(known)
            : any.TryGetValue(asked.Path, out var other) ? Task.FromResult(other) : forward();
    }

    /// <summary>Sound as soon as anything about a request says that it is being observed, and accepts everything when nothing does.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> SoundOnlyWhereItIsWatched()
    {
        string[] words = ["conformance", "harness", "playwright", "headless", "dotnet", "automation", "存在しない", "確認用", "適合"];
        var otherwise = AcceptsEverything();
        return (asked, forward) => asked.Headers.Any(header => header.Key is not ("Authorization" or "Host")
                && (header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || header.Key is "traceparent" or "Request-Id" or "baggage" || words.Any(word => header.Value.Contains(word, StringComparison.OrdinalIgnoreCase))))
            || words.Any(word => asked.Body.Contains(word, StringComparison.OrdinalIgnoreCase)) ? forward() : otherwise(asked, forward);
    }

    /// <summary>Describes its API, but for some of its operations.</summary>
    /// <param name="described">Paths that it names.</param>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> Describes(IEnumerable<string> described)
    {
        var paths = new JsonObject();
        foreach (var path in described)
        {
            paths[path] = new JsonObject { ["post"] = new JsonObject { ["summary"] = path.Split('/')[^1] } };
        }

        var description = new JsonObject { ["openapi"] = "3.0.3", ["paths"] = paths }.ToJsonString();
        return (asked, forward) => asked.Path == "/openapi.json" ? Task.FromResult(new Answer(200, description)) : forward();
    }

    /// <summary>Numbers by reading the last one, working, and writing the next one: right as long as nobody else asks meanwhile.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> NumbersWithoutALock()
    {
        var last = 10_000_000_000_000L;
        return async (asked, forward) =>
        {
            if (!asked.Path.Contains("fuban", StringComparison.Ordinal))
            {
                return await forward();
            }

            var mine = Volatile.Read(ref last) + 1;
            var answer = await forward();
            Volatile.Write(ref last, mine);
            if (answer.Status != 200 || JsonNode.Parse(answer.Body) is not JsonObject body)
            {
                return answer;
            }

            body["result"]![0]!["atenabango"] = Checked(mine);
            return answer with { Body = body.ToJsonString() };
        };
    }

    // Modulus 11, weights 2 to 7 from the right.
    private static string Checked(long number)
    {
        var digits = number.ToString("00000000000000", System.Globalization.CultureInfo.InvariantCulture);
        var rest = digits.Reverse().Select((digit, i) => (digit - '0') * ((i % 6) + 2)).Sum() % 11;
        return digits + (rest <= 1 ? 0 : 11 - rest);
    }

    /// <summary>Takes every operation out of its own description in which the word stands; the operations stay.</summary>
    public static Func<Asked, Func<Task<Answer>>, Task<Answer>> HidesFromItsDescription(string word) => async (asked, forward) =>
    {
        var answer = await forward();
        if (asked.Path != "/openapi.json" || JsonNode.Parse(answer.Body) is not JsonObject description)
        {
            return answer;
        }

        var paths = description["paths"]!.AsObject();
        foreach (var hidden in paths.Where(path => (path.Value?["post"]?["summary"]?.ToString() ?? "").Contains(word, StringComparison.Ordinal)).Select(path => path.Key).ToList())
        {
            paths.Remove(hidden);
        }

        return answer with { Body = description.ToJsonString() };
    };

    private static Answer Result(JsonArray result) => new(200, new JsonObject
    {
        ["metadata"] = new JsonObject { ["title"] = "処理結果", ["detail"] = "処理が完了しました。" },
        ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = "/" } },
        ["result"] = result,
    }.ToJsonString());
}
