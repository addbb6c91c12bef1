using System.CommandLine;
using Conformance.Derivation;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>derive</c>: standards/ → features/.</summary>
internal static class DeriveCommand
{
    public static Command Build()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; exit 1 when features/ is not what standards/ derives." };
        var command = new Command("derive", "Derive the Gherkin of every standard.") { check };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var folders = ProjectFolders.Find();
            var drifted = false;
            foreach (var standard in StandardLoader.Folders(folders.Standards).Select(StandardLoader.Load))
            {
                if (!parsed.GetValue(check))
                {
                    FeatureDerivation.Write(folders.Features, standard);
                    Console.WriteLine($"{standard.Key}: {FeatureDerivation.Derive(standard).Count} features");
                    continue;
                }

                foreach (var drift in FeatureDerivation.Drift(folders.Features, standard))
                {
                    drifted = true;
                    Console.Error.WriteLine($"features/{drift.Path}: {drift.Kind switch { DriftKind.Missing => "is derived, but missing", DriftKind.Different => "differs from what is derived", _ => "is there, but not derived" }}. Run `conformance derive`.");
                }
            }

            return drifted ? ExitCode.Nonconforming : ExitCode.Conforms;
        }));
        return command;
    }
}
