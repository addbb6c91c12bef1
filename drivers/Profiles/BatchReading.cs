using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>batches:</c>: a word, or a mapping with times or a command.</summary>
internal static class BatchReading
{
    private static readonly string[] Words = ["自動", "待機", "コマンド"];

    public static IReadOnlyDictionary<string, BatchPlan> Read(YamlMap? map) =>
        map?.Others().ToDictionary(entry => entry.Name, entry => entry.Value is YamlMappingNode && map.Part(entry.Name, "batch") is { } part ? Plan(part) : new BatchPlan(map.OneOf(entry.Name, null, "自動", "待機"))) ?? [];

    private static BatchPlan Plan(YamlMap map)
    {
        var plan = new BatchPlan(map.OneOf("by", null, Words))
        {
            From = Clock(map, "from"),
            Until = Clock(map, "until"),
            Command = map.Texts("run"),
            Ask = map.Optional("ask"),
            Within = map.Duration("within", TimeSpan.FromMinutes(10)),
        };
        if (plan.By == "コマンド" != plan.Command.Count > 0)
        {
            map.Problems.Add("CF5003", map.At, "A batch has a command (run) exactly where it is started by one (by: コマンド).", "Write {by: コマンド, run: [program, argument]}, or leave run out.");
        }

        return plan;
    }

    internal static TimeOnly? Clock(YamlMap map, string key)
    {
        if (map.Optional(key) is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        map.Problems.Add("CF5005", map.Find(key)!, $"\"{text}\" is no time of day.", "Write it like '22:00', in quotes.");
        return null;
    }
}
