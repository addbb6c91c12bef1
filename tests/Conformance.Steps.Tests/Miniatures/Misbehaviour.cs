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

    private static Answer Result(JsonArray result) => new(200, new JsonObject
    {
        ["metadata"] = new JsonObject { ["title"] = "処理結果", ["detail"] = "処理が完了しました。" },
        ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = "/" } },
        ["result"] = result,
    }.ToJsonString());
}
