using System.CommandLine;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Running;

/// <summary><c>merge</c>: the parts of a run, put together and judged as one.</summary>
internal static class MergeCommand
{
    public static Command Build()
    {
        var parts = new Argument<string[]>("DIR") { Description = "The --out folders of all parts.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Folder of the results.", DefaultValueFactory = _ => Path.Combine("artifacts", "merged") };
        var json = new Option<bool>("--json") { Description = "Write the result to the standard output, as in result.json." };
        var language = LanguageOption.Build();
        var command = new Command("merge", "Put the parts of a run (--shard) together: all of them, each once.") { parts, output, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(async () =>
        {
            var folders = parsed.GetValue(parts)!;
            var settings = new RunSettings(
                parsed.GetValue(output)!, Surfaces.Both, null, 0, 1, parsed.GetValue(json), parsed.LanguageOf(language));
            if (folders.Any(folder => Path.GetFullPath(folder) == Path.GetFullPath(settings.Out)))
            {
                throw new BadInputException(new Problem("CF6074", "--out", 0, 0, "A part would be overwritten.", "Give another folder with --out."));
            }

            var records = folders.SelectMany(folder => RunFolder.Read(folder).Select(record => (Folder: folder, Record: record))).ToList();
            var project = ProjectFolders.Find();
            var runs = new List<RunResult>();
            foreach (var role in records.GroupBy(part => (part.Record.Header.Role, part.Record.Header.Interface?.Key)))
            {
                var header = role.First().Record.Header;
                runs.Add(PartMerger.Merge(StandardLoader.LoadById(project.Standards, header.Standard, header.Edition), [.. role], TimeProvider.System));
            }

            var evidence = RunOutput.Fresh(settings.Out);
            foreach (var file in folders.Select(folder => Path.Combine(folder, "evidence")).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
            {
                // Files are named by the hash of their content: what is there already is the same.
                File.Copy(file, Path.Combine(evidence, Path.GetFileName(file)), overwrite: true);
            }

            return await RunOutput.WriteAsync(settings, runs, evidence);
        }));
        return command;
    }
}
