using Conformance.Drivers;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>
/// A neighbour that is a role of the same package: nobody plays it. What a scenario needs to be there is registered through its own exchanges, and what it
/// gave out is read through its own inquiry, which is the next place where it can be seen from outside.
/// </summary>
public sealed class InnerRegistry(Stage stage)
{
    private readonly Registry registry = new(stage);

    public Task RegisterAsync(Citizen citizen) => registry.RegisterAsync(citizen);

    /// <summary>Registers somebody who is known by what was true before a change.</summary>
    public async Task RegisterPastAsync(Citizen citizen)
    {
        var there = new Citizen(citizen.Alias, citizen.Person);
        await registry.RegisterAsync(there);
        await registry.ChangeAsync(there, stage.Setting.People.Moved(citizen.Person));
        citizen.Number = there.Number;
    }

    /// <summary>The number under which somebody is known there.</summary>
    /// <param name="taken">Numbers of others with the same key items.</param>
    /// <returns>Null where nobody else than those is known.</returns>
    public async Task<string?> NumberOfAsync(Citizen citizen, IReadOnlyCollection<string> taken)
    {
        var (found, _) = await stage.AwaitAsync(() => FindAsync(citizen, taken), records => records.Count > 0);
        var own = citizen.Item("個人番号");
        return (found.FirstOrDefault(record => own is { Length: > 0 } && record.GetValueOrDefault("個人番号") == own) ?? (found.Count > 0 ? found[^1] : null))?.GetValueOrDefault("宛名番号");
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> FindAsync(Citizen citizen, IReadOnlyCollection<string> taken) =>
        [.. (await registry.FindByKeysAsync(citizen.Items)).Where(record => record.GetValueOrDefault("宛名番号") is { Length: > 0 } number && !taken.Contains(number))];
}
