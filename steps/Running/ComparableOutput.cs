using Conformance.Drivers;
using Conformance.Spec.Contracts;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>
/// An answer as it can be compared with that of another surface to the same scenario, whose people are others of the same shape: what belongs to a
/// person is written as whose it is, what was computed stays as it is, and what the product gives out (numbers, days, times) is left away.
/// </summary>
internal static class ComparableOutput
{
    private static readonly string[] GivenOut = ["番号", "ID", "件数", "版"];

    // Longer ones are numbers of somebody or something.
    private const int LongestAmount = 9;

    public static EvidenceFolder.Output Of(FunctionCall call, Observation observation, ExchangeContract contract, IReadOnlyCollection<Citizen> people)
    {
        var items = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (observation is { Outcome: Outcome.Accepted, Records: [var record] })
        {
            foreach (var (item, value) in record)
            {
                if (value is { Length: > 0 } && Told(call, item, value, contract, people) is { } told)
                {
                    items[item] = told;
                }
            }
        }

        return new EvidenceFolder.Output(call.Exchange, observation.Outcome.ToString().ToLowerInvariant(), items);
    }

    private static string? Told(FunctionCall call, string item, string value, ExchangeContract contract, IReadOnlyCollection<Citizen> people)
    {
        // The item itself first: several items of a person may have the same value.
        var owner = people.FirstOrDefault(one => Has(one, item, value));
        if (owner is not null)
        {
            return $"{{{owner.Alias}.{item}}}";
        }

        if (call.Items.GetValueOrDefault(item) == value)
        {
            return "{送った値}";
        }

        // Codes and amounts; a text that nobody has is the product's own wording.
        return IsAmount(value) && !contract.Keeps.Contains(item) && !Array.Exists(GivenOut, ending => item.EndsWith(ending, StringComparison.Ordinal)) ? value : null;
    }

    private static bool Has(Citizen citizen, string item, string value) =>
        citizen.Item(item) == value || (item == "宛名番号" && citizen.Number == value) || citizen.States.Any(state => state.GetValueOrDefault(item) == value);

    private static bool IsAmount(string value) => value.Length <= LongestAmount && value.All(char.IsAsciiDigit);
}
