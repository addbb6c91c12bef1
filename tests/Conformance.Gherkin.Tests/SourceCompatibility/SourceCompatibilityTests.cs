namespace Conformance.Gherkin.Tests;

public sealed class SourceCompatibilityTests : IDisposable
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("compile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Step_code_within_the_subset_compiles_against_our_runtime()
    {
        Assert.SkipWhen(Compiler.Program is null, "There is no SDK beside the runtime.");
        (await CompileAsync([Source("StepCode.cs")], "Conformance.Gherkin", [typeof(BindingAttribute).Assembly.Location])).Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_step_code_compiles_against_reqnroll()
    {
        Assert.SkipWhen(Compiler.Program is null, "There is no SDK beside the runtime.");
        (await CompileAsync([Source("StepCode.cs")], ReqnrollUsings, [await SurfaceAsync()])).Should().BeEmpty();
    }

    [Fact]
    public async Task The_projects_own_steps_compile_against_reqnroll_unchanged()
    {
        Assert.SkipWhen(Compiler.Program is null, "There is no SDK beside the runtime.");
        var steps = Path.Combine(Root, "steps");

        // A program's output folder has the packages too, a library's does not.
        var program = Path.Combine(Root, "cli", "bin");
        var built = Directory.Exists(program) ? Directory.GetFiles(program, "Conformance.Steps.dll", SearchOption.AllDirectories).FirstOrDefault() : null;
        Assert.SkipWhen(built is null, "cli/ has not been built.");
        var sources = Directory.GetFiles(steps, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        string[] own = ["Conformance.Steps.dll", "Conformance.Gherkin.dll"];
        var references = Directory.GetFiles(Path.GetDirectoryName(built)!, "*.dll").Where(path => !own.Contains(Path.GetFileName(path)));

        // What steps/ does with GHERKIN_EMBEDDED undefined is all that differs.
        (await CompileAsync(sources, ReqnrollUsings, [.. references.Where(Compiler.IsManaged), await SurfaceAsync()])).Should().BeEmpty();
    }

    [Fact]
    public void One_property_switches_the_engine_and_nothing_else_names_it()
    {
        var project = File.ReadAllText(Path.Combine(Root, "steps", "Conformance.Steps.csproj"));
        project.Should().Contain("<GherkinEngine Condition=\"'$(GherkinEngine)' == ''\">embedded</GherkinEngine>");
        var uses = Directory.GetFiles(Path.Combine(Root, "steps"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path) is var text && (text.Contains("using Conformance.Gherkin", StringComparison.Ordinal) || text.Contains("using Reqnroll", StringComparison.Ordinal)));
        uses.Should().BeEmpty("the global using is the project file's");
    }

    private static string[] ReqnrollUsings => ["Reqnroll", "Reqnroll.BoDi"];

    private Task<string> CompileAsync(IEnumerable<string> sources, string engine, IEnumerable<string> references) => CompileAsync(sources, [engine], references);

    private async Task<string> CompileAsync(IEnumerable<string> sources, IEnumerable<string> usings, IEnumerable<string> references)
    {
        var global = Path.Combine(_folder, "Usings.cs");
        await File.WriteAllTextAsync(global, Usings + string.Concat(usings.Select(name => $"global using {name};\n")), TestContext.Current.CancellationToken);
        return await Compiler.CompileAsync([.. sources, global], references, Path.Combine(_folder, "Code.dll"), []);
    }

    private async Task<string> SurfaceAsync()
    {
        var surface = Path.Combine(_folder, "Reqnroll.dll");
        (await Compiler.CompileAsync([Source("ReqnrollSurface.cs")], [], surface, [])).Should().BeEmpty();
        return surface;
    }

    private static string Root { get; } = FindRoot();

    private static string Source(string name) => Path.Combine(Root, "tests", "Conformance.Gherkin.Tests", "SourceCompatibility", name);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Conformance.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
