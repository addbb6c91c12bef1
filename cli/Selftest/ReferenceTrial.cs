using System.Text.Json;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Reports;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Selftest;

/// <summary>Runs on a reference application, each done once per program: what is on disk is not done again.</summary>
/// <param name="Folder">Of what is done already.</param>
/// <param name="Driver">As it was asked for: <c>api</c>, <c>ui</c> or <c>both</c>.</param>
internal sealed record ReferenceTrial(string Folder, string Driver)
{
    private const int Parallelism = 4;

    public Surfaces Surfaces => SurfacesOf(Driver);

    public static Surfaces SurfacesOf(string driver) => driver switch
    {
        "ui" => Surfaces.Ui,
        "both" => Surfaces.Both,
        _ => Surfaces.Api,
    };

    public string EvidenceOf(string name) => Path.Combine(Folder, "evidence", name);

    public static Task<IReadOnlyList<RunResult>> RunAsync(
        ReferencePart part, string? fault, string? variant, int seed, int times, Surfaces surfaces, string evidence, string? filter, TimeSpan? delay, CancellationToken cancellationToken)
    {
        var folders = ProjectFolders.Find();
        var settings = new RunSettings(evidence, surfaces, filter, seed, Parallelism, Json: true, ReportLanguage.Japanese) { MockDelay = delay };
        return SpoiltRuns.AgainAsync(fault, () => ReferenceRun.RunAsync(part, StandardLoader.LoadById(folders.Standards, part.Standard), folders, settings, fault, variant, times, evidence, null, cancellationToken));
    }

    /// <summary>What was done with this very program is read; another version begins anew.</summary>
    public async Task<T> OnceAsync<T>(string name, Func<Task<T>> make)
    {
        var file = Path.Combine(Folder, name + ".json");
        if (File.Exists(file) && File.GetLastWriteTimeUtc(file) > File.GetLastWriteTimeUtc(typeof(ReferenceTrial).Assembly.Location))
        {
            return JsonSerializer.Deserialize<T>(await File.ReadAllTextAsync(file), MachineJson.Indented)!;
        }

        var made = await make();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made, MachineJson.Indented));
        return made;
    }
}
