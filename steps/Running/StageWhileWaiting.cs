#if GHERKIN_EMBEDDED
using System.Security.Cryptography;
using System.Text.Json;
using Conformance.Drivers;
using Conformance.Fixtures;
using Conformance.Mocks;
using Conformance.Steps.Outputs;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>What a scenario knows of its people, kept while it waits for a batch that the product runs at night (待機).</summary>
public sealed partial class Stage : IKeptWhileWaiting
{
    // What neighbours were told to answer lives in this process and ends with it.
    private static readonly string Process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private Kept? recalled;

    // Where the batch lays its files, what lay there when the scenario began to wait.
    private string? laid;

    string IKeptWhileWaiting.WaitingKey => "stage";

    JsonElement IKeptWhileWaiting.Keep() => JsonSerializer.SerializeToElement(new Kept
    {
        People = [.. citizens.Values.Select(KeptCitizen.Of)],
        Batches = [.. batches],
        Lived = [.. lived.Select(step => new KeptStep(step.Alias, step.Exchange))],
        Cases = [.. cases.Select(one => new KeptCase(one.Alias, one.Case))],
        Outcome = last.Outcome,
        Status = last.Status,
        Records = [.. last.Records.Select(record => new Dictionary<string, string?>(record))],
        Errors = [.. last.Errors],
        Sent = new Dictionary<string, string?>(Sent),
        Altered = [.. Altered],
        Numbers = [.. Numbers],
        Followers = followers,
        Process = Process,
        RestsOnNeighbours = restsOnNeighbours,
        Asked = setting.Neighbours?.Journal.Count ?? 0,
        Laid = laid,
    });

    void IKeptWhileWaiting.Recall(JsonElement kept)
    {
        recalled = kept.Deserialize<Kept>() ?? throw new PreparationException("What the scenario knew when it began to wait cannot be read.");
        foreach (var person in recalled.People)
        {
            var citizen = Add(person.Citizen());
            if (citizen.Number is { } number)
            {
                Gave(citizen, number);
            }
        }

        batches.AddRange(recalled.Batches);
        lived.AddRange(recalled.Lived.Select(step => (step.Alias, step.Exchange)));
        cases.AddRange(recalled.Cases.Select(one => (one.Alias, one.Case)));
        Last = new Observation { Outcome = recalled.Outcome, Status = recalled.Status, Records = recalled.Records, Errors = recalled.Errors };
        Sent = recalled.Sent;
        Altered = recalled.Altered;
        Numbers.AddRange(recalled.Numbers);
        followers = recalled.Followers;
        restsOnNeighbours = recalled.RestsOnNeighbours;
        neighboursAreGone = recalled.Process != Process;
    }

    /// <summary>
    /// A batch that the harness cannot start: the scenario waits. When it goes on, whoever told it to says that the batch has run; where the scenario
    /// rests on systems that the harness plays, these must have been asked in the meantime.
    /// </summary>
    private void WaitFor(string exchange)
    {
        if (setting.TargetDate is not null)
        {
            // The clock is given back when the scenario ends, so the batch would run on another day than the scenario is about.
            throw new NotOfferedException(exchange);
        }

        var before = recalled;
        recalled = null;
        if (before is null)
        {
            laid = OutputMark.Of(setting, exchange);
            throw new WaitingStepException(setting.Target.Profile.Batches.GetValueOrDefault(exchange)?.Ask is { } ask ? $"「{exchange}」 has to run first: {ask}" : $"「{exchange}」 has to run first.") { NotBefore = OverAt(exchange) };
        }

        if (setting.Target.Profile.Outputs.GetValueOrDefault(exchange)?.Storage is not null)
        {
            Neighbours(ObjectStore.Called);
        }

        if (before.Laid is { } then && OutputMark.Of(setting, exchange) is var now && (string.IsNullOrEmpty(now) || now == then))
        {
            laid = then;
            throw new WaitingStepException($"「{exchange}」 has not run: nothing new was laid where the profile expects its files ({setting.Target.Profile.Outputs[exchange].Place}).") { NotBefore = OverAt(exchange) };
        }

        if (!before.RestsOnNeighbours)
        {
            return;
        }

        if (Neighbours("them").Journal.Count == before.Asked)
        {
            throw new WaitingStepException($"「{exchange}」 has not run: the target asked none of the systems around it since.") { NotBefore = OverAt(exchange) };
        }
    }

    private DateTimeOffset? OverAt(string exchange) => setting.Target.Profile.Batches.GetValueOrDefault(exchange)?.OverAfter(setting.Now);

    private sealed record Kept
    {
        public required IReadOnlyList<KeptCitizen> People { get; init; }

        public required IReadOnlyList<string> Batches { get; init; }

        public required IReadOnlyList<KeptStep> Lived { get; init; }

        public required IReadOnlyList<KeptCase> Cases { get; init; }

        public required Outcome Outcome { get; init; }

        public required int? Status { get; init; }

        public required IReadOnlyList<Dictionary<string, string?>> Records { get; init; }

        public required IReadOnlyList<RefusalError> Errors { get; init; }

        public required Dictionary<string, string?> Sent { get; init; }

        public required IReadOnlyList<string> Altered { get; init; }

        public required IReadOnlyList<string?> Numbers { get; init; }

        public required int Followers { get; init; }

        public required string Process { get; init; }

        public required bool RestsOnNeighbours { get; init; }

        /// <summary>How often the systems around the target had been asked.</summary>
        public required long Asked { get; init; }

        public string? Laid { get; init; }
    }

    private static bool IsWait(Exception error) => error is WaitingStepException;

    private sealed record KeptCase(string Alias, string Case);

    private sealed record KeptStep(string Alias, string Exchange);

    private sealed record KeptCitizen(
        string Alias, string Scenario, IReadOnlyList<string> Traits, IReadOnlyList<Dictionary<string, string>> States, Dictionary<string, string> Known, string? Number, string? Resident)
    {
        public static KeptCitizen Of(Citizen citizen) => new(
            citizen.Alias, citizen.Person.ScenarioId, citizen.Person.Traits, [.. citizen.States.Select(state => new Dictionary<string, string>(state))],
            new Dictionary<string, string>(citizen.Known), citizen.Number, citizen.ResidentNumber);

        public Citizen Citizen()
        {
            var states = States.Select(state => new Person(Scenario, Alias, Traits, state)).ToList();
            var citizen = new Citizen(Alias, states[0]) { Number = Number, ResidentNumber = Resident };
            foreach (var state in states.Skip(1))
            {
                citizen.Became(state);
            }

            foreach (var (item, value) in Known)
            {
                citizen.Know(item, value);
            }

            return citizen;
        }
    }
}
#else
namespace Conformance.Steps.Running;

public sealed partial class Stage
{
    // Reqnroll knows no scenario that goes on later.
    private void WaitFor(string exchange) => throw new NotOfferedException(exchange);

    private static bool IsWait(Exception error) => false;
}
#endif
