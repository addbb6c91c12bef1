using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Steps.Running;

namespace Conformance.Cli.Commands;

/// <summary><c>steps</c>: the sentences that scenarios can be written in, where each is defined, and how often features use it.</summary>
internal static class StepsCommand
{
    private sealed record Entry(string Kind, string Expression, string Method, string File, int Line, int Uses, string? Example);

    public static Command Build()
    {
        var search = new Argument<string?>("TEXT") { Description = "A part of the sentence or of the method's name, or a whole step: then the definition that fits it.", Arity = ArgumentArity.ZeroOrOne };
        var unused = new Option<bool>("--unused") { Description = "Only definitions that no feature uses." };
        var missing = new Option<bool>("--missing") { Description = "Instead, the steps of features that have no definition, or several, with the C# that is missing. Exit 4 when there are any." };
        var features = new Option<string?>("--features") { Description = "Folder or file with features; features/ unless given." };
        var bindings = new Option<string[]>("--bindings") { Description = "Assembly (.dll) with step definitions; the project's own unless given." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var language = LanguageOption.Build();
        var command = new Command("steps", "List and search step definitions, and find unused ones.") { search, unused, missing, features, bindings, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var catalogue = BindingCatalogue.Of(Assemblies(parsed.GetValue(bindings) ?? []));
            foreach (var problem in catalogue.Problems)
            {
                Console.Error.WriteLine(problem.ToString());
            }

            var reading = Read(parsed.GetValue(features) ?? ProjectFolders.Find().Features);
            foreach (var problem in reading.Problems)
            {
                Console.Error.WriteLine(problem.ToString());
            }

            var usage = StepUsage.Of(catalogue, reading);
            var isEnglish = parsed.IsEnglish(language);
            string say(string ja, string en) => isEnglish ? en : ja;
            if (parsed.GetValue(missing))
            {
                return Missing(usage, say);
            }

            var entries = Entries(catalogue, usage, parsed.GetValue(search), parsed.GetValue(unused));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(entries, MachineJson.Indented));
            }
            else
            {
                Tell(entries, catalogue.StepDefinitions.Count, say);
                if (entries.Count == 0 && parsed.GetValue(search) is { Length: > 0 } step)
                {
                    Console.WriteLine(say("この語を含む定義も、このステップに当たる定義もない。書くとすれば:", "No definition holds these words or fits this step. One for it would be:"));
                    Console.WriteLine(StepSnippet.For(new PickleStep { Text = step, Kind = StepKind.Unknown, Keyword = "", Position = new(0, 0) }));
                }
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    private static List<Entry> Entries(BindingCatalogue catalogue, StepUsage usage, string? search, bool unused)
    {
        var found = catalogue.StepDefinitions.Where(definition => search is null
            || definition.Expression.Source.Contains(search, StringComparison.OrdinalIgnoreCase)
            || definition.Method.Name.Contains(search, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0 && search is not null)
        {
            found = [.. catalogue.StepDefinitions.Where(definition => definition.Expression.Match(search) is not null)];
        }

        return [.. found.Select(definition => (Definition: definition, Uses: usage.UsesOf(definition)))
            .Where(entry => !unused || entry.Uses.Count == 0)
            .OrderBy(entry => entry.Definition.Kind).ThenBy(entry => entry.Definition.Number)
            .Select(entry => new Entry(
                KindOf(entry.Definition.Kind), entry.Definition.Expression.Source, entry.Definition.Method.Name, entry.Definition.Method.Place.File,
                entry.Definition.Method.Place.Line, entry.Uses.Count, entry.Uses.Count > 0 ? $"{entry.Uses[0].Pickle.Uri}:{entry.Uses[0].Step.Position.Line}" : null))];
    }

    private static void Tell(List<Entry> entries, int all, Func<string, string, string> say)
    {
        foreach (var entry in entries)
        {
            Console.WriteLine($"{entry.Kind} {entry.Expression}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {entry.Uses} × {entry.Method} {Path.GetFileName(entry.File)}:{entry.Line}{(entry.Example is null ? "" : "  " + entry.Example)}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{say($"ステップの定義 {entries.Count}/{all}、うち使われていないもの", $"{entries.Count} of {all} step definitions; unused among them")}: {entries.Count(entry => entry.Uses == 0)}"));
    }

    private static int Missing(StepUsage usage, Func<string, string, string> say)
    {
        foreach (var group in usage.Unbound.GroupBy(one => one.Matches.Count > 1 ? one.Step.Text : StepSnippet.For(one.Step), StringComparer.Ordinal))
        {
            var (pickle, step, matches) = group.First();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pickle.Uri}({step.Position.Line},{step.Position.Column}): {step.Keyword.Trim()} {step.Text}  ({group.Count()} ×)"));
            Console.WriteLine("    " + (matches.Count > 1
                ? $"{say($"当たる定義が {matches.Count} 個ある", $"{matches.Count} definitions fit")}: {string.Join(", ", matches.Select(match => match.Definition.Method.Name))}"
                : group.Key.ReplaceLineEndings(Environment.NewLine + "    ")));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{usage.Unbound.Count} {say("個のステップの定義がちょうど1つでない", "steps without exactly one definition")}"));
        return usage.Unbound.Count == 0 ? ExitCode.Conforms : ExitCode.HarnessFault;
    }

    private static string KindOf(StepKind? kind) => kind switch
    {
        StepKind.Context => "前提",
        StepKind.Action => "もし",
        StepKind.Outcome => "ならば",
        _ => "*",
    };

    private static Assembly[] Assemblies(string[] paths) => paths.Length == 0
        ? [typeof(RunSetting).Assembly]
        : [.. paths.Select(path =>
        {
            try
            {
                var full = Path.GetFullPath(path);
                var resolver = new AssemblyDependencyResolver(full);
                AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
                return AssemblyLoadContext.Default.LoadFromAssemblyPath(full);
            }
            catch (Exception e) when (e is IOException or BadImageFormatException or InvalidOperationException)
            {
                throw new BadInputException(new Problem("CF6077", path, 0, 0, $"No step definitions can be read from this file: {e.Message}", "Give --bindings the .dll of a built project."));
            }
        })];

    private static FeatureReading Read(string path)
    {
        var files = File.Exists(path) ? [path] : Directory.Exists(path) ? Directory.GetFiles(path, "*.feature", SearchOption.AllDirectories) : [];
        return files.Length == 0
            ? throw new BadInputException(new Problem("CF6078", path, 0, 0, "There are no features here.", "Give --features a folder or a .feature file."))
            : FeatureReader.ReadAll(files.Order(StringComparer.Ordinal).Select(file => new FeatureSource(Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/'), File.ReadAllText(file))));
    }
}
