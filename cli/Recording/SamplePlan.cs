using System.Text.Json;
using Conformance.Spec;

namespace Conformance.Cli.Recording;

/// <summary>A spot check of a run: which of its scenarios are to be run again, and with which people.</summary>
/// <param name="Of">ID of the run that is checked.</param>
/// <param name="Seed">For the people of the new run.</param>
/// <param name="Drawn">Of how many scenarios these were drawn.</param>
internal sealed record SamplePlan(int Schema, string Of, string Standard, string Edition, int Seed, int Drawn, IReadOnlyList<ScenarioKey> Scenarios)
{
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new(MachineJson.Indented) { RespectRequiredConstructorParameters = true };

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <exception cref="BadInputException">CF6059: it is no plan.</exception>
    public static SamplePlan Read(string file)
    {
        try
        {
            if (JsonSerializer.Deserialize<SamplePlan>(File.ReadAllText(file), Json) is { Schema: CurrentSchema, Scenarios.Count: > 0 } plan)
            {
                return plan;
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // Said below.
        }

        throw new BadInputException(new Problem("CF6059", file, 0, 0, "This is no plan of a spot check.", "Give a file that `sample` wrote."));
    }
}
