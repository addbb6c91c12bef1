using System.CommandLine;
using Conformance.Spec.Export;

namespace Conformance.Cli.Commands.Specs;

/// <summary><c>spec export</c>: a standard → a workbook in the layout that ministries publish.</summary>
internal static class SpecExportCommand
{
    public static Command Build()
    {
        var which = new Argument<string>("STANDARD") { Description = "業務ID such as 031, 031/2.1, or the folder of an edition." };
        var output = new Option<string>("--out") { Description = "The workbook to write.", HelpName = "FILE", Required = true };
        output.Validators.Add(result =>
        {
            if (Path.GetExtension(result.GetValueOrDefault<string>()) != ".xlsx")
            {
                result.AddError("--out names an .xlsx file.");
            }
        });
        var command = new Command("export", "Write a standard as a workbook: functions, data items, codes and linkages as tables, flows, forms and interfaces line by line; `spec import` reads it back unchanged.") { which, output };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var standard = StandardSelection.One(parsed.GetValue(which)!);
            OutputFile.Write(parsed.GetValue(output)!, StandardWorkbook.Of(standard.Folder, $"{standard.Name} 第{standard.Edition}版"));
            Console.WriteLine($"{standard.Key} → {parsed.GetValue(output)}");
            return ExitCode.Conforms;
        }));
        return command;
    }
}
