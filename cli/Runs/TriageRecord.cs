using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Reports.Triaging;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary><c>triage.json</c> beside the results: the groups as `triage` showed them last, so that their numbers mean the same afterwards.</summary>
/// <param name="Runs">IDs of the runs that were sorted.</param>
internal sealed record TriageRecord(
    int Schema, IReadOnlyList<string> Runs, string? Baseline, int Failures, int New, int Known, int Flaky, int Fixed, IReadOnlyList<RecordedGroup> Groups,
    IReadOnlyList<RecordedFailure> FixedScenarios, IReadOnlyList<RecordedFailure> UnsteadyScenarios, IReadOnlyList<string> UnusedTickets)
{
    public const string FileName = "triage.json";

    private const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static TriageRecord Of(Triage triage, string? baseline) => new(
        CurrentSchema, [.. triage.Runs.Select(run => run.Id)], baseline, triage.Failures,
        triage.Count(FailureMark.New), triage.Count(FailureMark.Known), triage.Count(FailureMark.Flaky), triage.Count(FailureMark.Fixed),
        [.. triage.Groups.Select(group => new RecordedGroup(
            group.Number, group.Id, group.Mark, group.Verdict, group.Example.Scenario.Cause, group.Place, group.Example.Scenario.Reason, group.Failures.Count, group.Units,
            [.. group.Known.Select(known => known.Ticket).Distinct()], [.. group.Expired.Select(known => known.Ticket).Distinct()],
            [.. group.Failures.Select(failure => new RecordedFailure(failure.Scenario.Id, failure.Scenario.Driver, failure.Mark) { Edition = failure.Run.Interface?.Key })])
            { Role = group.Example.Run.Role, Edition = group.Example.Run.Interface?.Key })],
        [.. triage.Fixed.Select(one => new RecordedFailure(one.Scenario.Id, one.Scenario.Driver, FailureMark.Fixed) { Edition = one.Run.Interface?.Key })],
        [.. triage.Unsteady.Select(one => new RecordedFailure(one.Scenario.Id, one.Scenario.Driver, FailureMark.Flaky) { Edition = one.Run.Interface?.Key })],
        [.. triage.Unused.Select(known => known.Ticket)]);

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>One group of a run's failures: as it was shown last, or as `triage` without anything to compare with would show it.</summary>
    /// <exception cref="BadInputException">CF6123: there is no such group.</exception>
    public static RecordedGroup Group(string folder, IReadOnlyList<RunResult> runs, string wanted)
    {
        var groups = (Read(folder, runs) ?? Of(FailureSorter.Sort(runs, Path.Combine(folder, "evidence"), [], null, [], DateOnly.MinValue), null)).Groups;
        return groups.FirstOrDefault(group => group.Id == wanted || group.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == wanted)
            ?? throw new BadInputException(new Problem("CF6123", folder, 0, 0, $"There is no group 「{wanted}」 of failures; there are {groups.Count}.", "`conformance triage DIR` shows them with their numbers."));
    }

    // Groups of a run that was written over since say nothing about this one.
    private static TriageRecord? Read(string folder, IReadOnlyList<RunResult> runs)
    {
        try
        {
            return JsonSerializer.Deserialize<TriageRecord>(File.ReadAllText(Path.Combine(folder, FileName)), Json) is { Schema: CurrentSchema, Groups: not null } record
                && record.Runs.SequenceEqual(runs.Select(run => run.Run.Id)) ? record : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

/// <param name="Message">Of the example.</param>
internal sealed record RecordedGroup(
    int Number, string Id, FailureMark Mark, VerdictKind Verdict, CauseKind? Cause, DivergingPlace Place, string? Message, int Count, IReadOnlyList<string> Units,
    IReadOnlyList<string> Tickets, IReadOnlyList<string> ExpiredTickets, IReadOnlyList<RecordedFailure> Scenarios)
{
    /// <summary>No group holds failures of two roles.</summary>
    public string? Role { get; init; }

    /// <summary>Nor of two editions of an interface; null where there is one.</summary>
    public string? Edition { get; init; }
}

/// <summary>One scenario of a group.</summary>
internal sealed record RecordedFailure(string Id, string Driver, FailureMark Mark)
{
    /// <summary>The edition of the interface that it failed through; null where there is one.</summary>
    public string? Edition { get; init; }
}
