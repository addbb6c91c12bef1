using System.CommandLine;
using System.Text.Json;

namespace Conformance.Cli.Commands.Running;

/// <summary><c>faults</c> and <c>variants</c>: what the reference can be made to do.</summary>
internal static class CatalogueCommands
{
    public static Command Faults()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("faults", "The faults that can be seeded into the reference, each with the function or step it violates.") { json };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var catalogue = await ReferenceCatalogue.LoadAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(catalogue.Faults.Select(fault => new { fault.Id, fault.Function, fault.What }), MachineJson.Indented));
                return ExitCode.Conforms;
            }

            Show(catalogue.Faults.Select(fault => new[] { fault.Id, fault.Function, fault.What }));
            return ExitCode.Conforms;
        }));
        return command;
    }

    public static Command Variants()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("variants", "Differences that the standard permits: they must not be called faults.") { json };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var catalogue = await ReferenceCatalogue.LoadAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(catalogue.Variants.Select(variant => new { variant.Id, variant.What, variant.Permission }), MachineJson.Indented));
                return ExitCode.Conforms;
            }

            Show(catalogue.Variants.Select(variant => new[] { variant.Id, variant.What, variant.Permission }));
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static void Show(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            Console.WriteLine($"{row[0]}  {row[1]}");
            Console.WriteLine($"    {row[2]}");
        }
    }
}
