using System.Text.Json;
using Conformance.Cli.Runs;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Running;

/// <summary>The seeded faults and permitted variants, as the reference program itself lists them.</summary>
internal sealed record ReferenceCatalogue(IReadOnlyList<ReferenceCatalogue.SeededFault> Faults, IReadOnlyList<ReferenceCatalogue.PermittedVariant> Variants)
{
    /// <param name="Function">Function ID or flow step that it violates.</param>
    /// <param name="Shows">How the harness has to show it: as a verdict, as a difference between API and screens, or as a finding about what is declared.</param>
    /// <param name="Driver">Through which surfaces it can be seen at all.</param>
    /// <param name="OnScreensOnly">The product's API shows nothing of it.</param>
    internal sealed record SeededFault(string Id, string Function, string What, string App, string Shows = "verdict", string Driver = "api", bool OnScreensOnly = false);

    /// <param name="Permission">What permits it.</param>
    internal sealed record PermittedVariant(string Id, string What, string Permission, string App);

    public static async Task<ReferenceCatalogue> LoadAsync(CancellationToken cancellationToken)
    {
        var faults = JsonSerializer.Deserialize<List<SeededFault>>(await ReferenceProcess.AskAsync(["--faults-json"], cancellationToken), JsonSerializerOptions.Web)!;
        var variants = new List<PermittedVariant>();
        foreach (var app in ReferencePart.All.Select(part => part.App))
        {
            variants.AddRange(JsonSerializer.Deserialize<List<PermittedVariant>>(await ReferenceProcess.AskAsync(["--app", app, "--variants-json"], cancellationToken), JsonSerializerOptions.Web)!
                .Select(variant => variant with { App = app }));
        }

        return new ReferenceCatalogue(faults, variants);
    }

    /// <exception cref="BadInputException">CF6012: no such fault.</exception>
    public SeededFault Fault(string id) => Faults.FirstOrDefault(fault => fault.Id == id) ?? throw new BadInputException(new Problem("CF6012", "--fault", 0, 0,
        $"There is no seeded fault 「{id}」.", "`conformance faults` lists them."));

    /// <summary>The applications that have the variant.</summary>
    /// <exception cref="BadInputException">CF6012: no such variant.</exception>
    public IReadOnlyList<string> Variant(string id)
    {
        var apps = Variants.Where(variant => variant.Id == id).Select(variant => variant.App).ToList();
        return apps.Count > 0 ? apps : throw new BadInputException(new Problem("CF6012", "--variant", 0, 0, $"There is no permitted variant 「{id}」.", "`conformance variants` lists them."));
    }
}
