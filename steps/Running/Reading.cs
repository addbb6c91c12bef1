using Conformance.Drivers;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>Reads what the target shows of somebody, through the exchange that a contract names for it.</summary>
public sealed class Reading(Stage stage)
{
    /// <summary>The person's records as the exchange shows them now; none where it finds nobody.</summary>
    /// <param name="altered">Items that were sent otherwise than the person has them: useless for finding the person again.</param>
    /// <exception cref="PreparationException">The exchange did not answer.</exception>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> OfAsync(string exchange, Citizen citizen, IReadOnlyCollection<string>? altered = null)
    {
        var contract = stage.Contract(exchange);
        IReadOnlyList<string> finds = contract.Finds.Count > 0 ? contract.Finds : stage.Setting.Role.KeyItems;
        var keys = finds.Where(item => altered?.Contains(item) != true && citizen.Item(item) is { Length: > 0 }).ToList();
        var all = keys.Count == 0 && altered?.Count > 0;
        if (all)
        {
            // None of what it is asked by is intact: whoever agrees in two other telling items is meant.
            keys = [.. stage.Parts.Telling.Where(item => !altered!.Contains(item) && citizen.Item(item) is { Length: > 0 }).Take(2)];
        }

        if (keys.Count == 0 || (all && keys.Count < 2))
        {
            Stage.RequireRead(citizen, finds);
            throw new PreparationException($"「{citizen.Alias}」 has none of {string.Join(", ", finds)}, by which 「{exchange}」 would show them.");
        }

        // The first item that the person has is asked for; a record is theirs where the first item that both have agrees.
        var items = contract.Sends is null ? stage.Items(exchange, new Dictionary<string, string>()) : stage.Items(exchange, citizen.Items, about: citizen);
        if (!all)
        {
            items[keys[0]] = citizen.Item(keys[0]);
        }

        var answer = await stage.ObserveAsync(new FunctionCall(exchange, items));
        Stage.RequireRead(exchange, answer);
        IReadOnlyList<IReadOnlyDictionary<string, string?>> records = answer.Outcome switch
        {
            Outcome.Accepted => [.. answer.Records.Where(record => all ? keys.TrueForAll(key => record.GetValueOrDefault(key) == citizen.Item(key)) : IsOf(citizen, keys, record))],
            Outcome.Refused => [],
            _ => throw new PreparationException($"「{exchange}」, which shows what happened, failed: {Registry.Describe(answer)}"),
        };
        if (records.Count > 0)
        {
            // What a person does not know of themselves yet, such as the number under which their application was taken in.
            stage.Keep(citizen, exchange, answer with { Records = records });
        }

        return records;
    }

    private static bool IsOf(Citizen citizen, IReadOnlyList<string> keys, IReadOnlyDictionary<string, string?> record) =>
        keys.FirstOrDefault(key => record.GetValueOrDefault(key) is { Length: > 0 }) is { } shared && record[shared] == citizen.Item(shared);
}
