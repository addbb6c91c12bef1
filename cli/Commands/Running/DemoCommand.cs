using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands.Running;

/// <summary><c>demo</c>: the main job, on the reference applications that are shipped with the project.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var options = new RunOptionSet("demo");
        var standard = new Option<string>("--standard") { Description = "業務ID of the standard to demonstrate; without it all of them." };
        var fault = new Option<string>("--fault") { Description = "Seed one fault into the reference; see `faults`." };
        var variant = new Option<string>("--variant") { Description = "A permitted difference of the reference; see `variants`." };
        var role = new Option<string>("--role") { Description = "Only one role." };
        var times = new Option<int>("--times") { Description = "Run that often on the same database.", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "Run the whole chain on the reference application: exit 0 when it conforms.") { standard, fault, variant, role, times };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var settings = options.Read(parsed);
            var folders = ProjectFolders.Find();
            var id = parsed.GetValue(standard);
            var standards = ReferencePart.All.Select(part => part.Standard).Distinct().Where(known => id is null || known == id).ToDictionary(known => known, known => StandardLoader.LoadById(folders.Standards, known), StringComparer.Ordinal);
            if (standards.Count == 0)
            {
                throw new BadInputException(new Problem("CF6011", "--standard", 0, 0, $"There is no demonstration of the standard {id}.", "Use one of: " + string.Join(", ", ReferencePart.All.Select(part => part.Standard).Distinct()) + "."));
            }

            var seeds = await ReferenceCatalogue.LoadAsync(cancellationToken);
            var chosen = ReferencePart.All.Where(part => standards.ContainsKey(part.Standard)).Where(part => parsed.GetValue(role) is not { } wanted || part.Role == wanted).ToList();
            var (faultId, variantId) = (parsed.GetValue(fault), parsed.GetValue(variant));
            if (faultId is not null)
            {
                var seeded = seeds.Fault(faultId);
                chosen = [.. chosen.Where(part => part.App == seeded.App)];
            }

            if (variantId is not null)
            {
                var apps = seeds.Variant(variantId);
                chosen = [.. chosen.Where(part => apps.Contains(part.App))];
            }

            if (chosen.Count == 0)
            {
                throw new BadInputException(new Problem("CF6011", "demo", 0, 0, "No role is left to run.", "The fault or variant belongs to the other role; leave --role out."));
            }

            if (settings.Surfaces.HasFlag(Surfaces.Ui))
            {
                await Prerequisites.RequireAsync(folders, quick: true, cancellationToken);
            }

            return await RunOutput.CompleteAsync(settings, async (evidence, progress) =>
            {
                return await SeveralRuns.RunAsync(chosen, part => part.Role, settings.Language,
                    part => ReferenceRun.RunAsync(part, standards[part.Standard], folders, settings, faultId, variantId, parsed.GetValue(times), evidence, progress, cancellationToken), cancellationToken);
            });
        }));
        return command;
    }
}
