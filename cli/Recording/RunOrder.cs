using System.Text.Json;
using Conformance.Spec;

namespace Conformance.Cli.Recording;

/// <summary>What a run was asked for, in <c>run.json</c> beside its results, so that it can go on with the same.</summary>
/// <param name="Profile">Full path of the profile.</param>
/// <param name="ProfileHash">What it says (<see cref="ProfileMeaning"/>): a run does not go on with another profile.</param>
internal sealed record RunOrder(string Profile, string ProfileHash, string Driver, string? Filter, int Seed)
{
    public const string FileName = "run.json";

    /// <summary>Such as <c>2/5</c>; null for a whole run.</summary>
    public string? Shard { get; init; }

    /// <summary>The results that parts are balanced by; null where there are none.</summary>
    public string? Durations { get; init; }

    /// <summary>The folder whose failed scenarios were to be run; null for all.</summary>
    public string? RerunFailed { get; init; }

    /// <summary>The group of those that was to be run; null for all of them.</summary>
    public string? Group { get; init; }

    /// <summary>The plan of a spot check whose scenarios were to be run; null for all.</summary>
    public string? Plan { get; init; }

    /// <summary>Full path of the run's folder when this was written: by it the other places are found again where all of them have moved together.</summary>
    public string? From { get; init; }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this with { From = Path.GetFullPath(folder) }, MachineJson.Indented) + "\n");

    /// <exception cref="BadInputException">CF6070: the folder holds no run that can go on.</exception>
    public static RunOrder Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return (JsonSerializer.Deserialize<RunOrder>(File.ReadAllText(path), MachineJson.Indented) ?? throw new JsonException("It is empty.")).At(Path.GetFullPath(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new BadInputException(new Problem("CF6070", path, 0, 0, $"The folder holds no run that can go on: {e.Message}", "Name the --out folder of a `run`."));
        }
    }

    private RunOrder At(string folder)
    {
        string? Here(string? place) => place is null || From is null || Path.Exists(place) ? place
            : Path.GetFullPath(Path.GetRelativePath(From, place), folder) is var moved && Path.Exists(moved) ? moved : place;
        return this with { Profile = Here(Profile)!, Durations = Here(Durations), RerunFailed = Here(RerunFailed), Plan = Here(Plan) };
    }
}
