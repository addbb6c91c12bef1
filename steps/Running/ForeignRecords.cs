using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;

namespace Conformance.Steps.Running;

/// <summary>
/// Keeps records that the run did not create out of its evidence: in a shared environment an inquiry may show somebody else's. A record is the run's own where one of its numbers or names was sent by the run,
/// or was answered to something that the run sent; of the others every value is masked, and a picture that shows one is not kept. Thread-safe.
/// </summary>
public sealed class ForeignRecords
{
    /// <summary>In place of a value.</summary>
    public const string Mask = "［他の記録］";

    // A code of a character or two is in every record, and masking it would blot out all of an answer.
    private const int Shortest = 3;

    private readonly ConcurrentDictionary<string, byte> own = new(StringComparer.Ordinal);

    /// <summary>What is sent belongs to the run.</summary>
    public void Sent(FunctionCall call) => Add(call.Items.Values.Concat(call.Conditions.Where(condition => condition.Match == SearchMatch.Exact).Select(condition => (string?)condition.Value)));

    /// <summary>Somebody whom the run made up.</summary>
    public void Belongs(IEnumerable<string> values) => Add(values);

    /// <summary>What is answered to something that the run wrote belongs to it too, such as a number.</summary>
    public void Got(Observation answer) => Add(answer.Records.SelectMany(Identity));

    /// <summary>The exchanges of an observation as they may be kept.</summary>
    public IReadOnlyList<Exchange> Masked(Observation seen)
    {
        var foreign = seen.Records.Where(record => record.Count > 0 && !Identity(record).Any(own.ContainsKey) && Identity(record).Any()).ToList();
        if (foreign.Count == 0)
        {
            return seen.Exchanges;
        }

        var values = foreign.SelectMany(record => record.Values).OfType<string>().Where(value => value.Length >= Shortest && !own.ContainsKey(value)).Distinct().OrderByDescending(value => value.Length).ToList();
        return [.. seen.Exchanges.Select(exchange => exchange with
        {
            Response = Without(exchange.Response, values),
            Screenshot = null,
        } is var masked && exchange.Screenshot is not null ? masked with { Response = masked.Response + $"\n（この実行で作っていない記録が {foreign.Count} 件写っているため、画面の写しは残していない）" } : masked)];
    }

    private static string Without(string text, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            text = text.Replace(value, Mask, StringComparison.Ordinal);
            var escaped = JsonSerializer.Serialize(value)[1..^1];
            text = escaped == value ? text : text.Replace(escaped, Mask, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private void Add(IEnumerable<string?> values)
    {
        foreach (var value in values.OfType<string>().Where(value => value.Length >= Shortest))
        {
            own.TryAdd(value, 0);
        }
    }

    // What tells one record from another: numbers and names, not the date of birth or the address of a household.
    private static IEnumerable<string> Identity(IReadOnlyDictionary<string, string?> record) => record
        .Where(item => item.Value is { Length: >= Shortest } && (item.Key.Contains("番号", StringComparison.Ordinal) && !item.Key.Contains("郵便", StringComparison.Ordinal) || item.Key.Contains("氏名", StringComparison.Ordinal) || item.Key.EndsWith("フリガナ", StringComparison.Ordinal)))
        .Select(item => item.Value!);
}
