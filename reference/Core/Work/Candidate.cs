using System.Text.Json.Nodes;
using Conformance.Reference.Core.Items;

namespace Conformance.Reference.Core.Work;

/// <summary>A person the neighbour answered with (候補者宛名基本情報).</summary>
/// <param name="Items">Everything it said about the person except the number; ローマ字 to text.</param>
internal sealed record Candidate(string Number, IReadOnlyDictionary<string, string> Items)
{
    public string this[string item] => Items.GetValueOrDefault(item, "");

    /// <exception cref="RefusedWorkException">N0002: a record without a number.</exception>
    public static Candidate Read(JsonObject record)
    {
        var items = record.Where(member => member.Value is JsonValue)
            .ToDictionary(member => member.Key, member => member.Value!.ToString(), StringComparer.Ordinal);
        return items.Remove(PersonItems.Number.Name, out var number) && number.Length > 0
            ? new Candidate(number, items)
            : throw new RefusedWorkException([new WorkError("N0002", "照会の応答に宛名番号がありません。")], failed: true);
    }
}
