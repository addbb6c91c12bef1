using System.Globalization;
using Conformance.Bench;
using Conformance.Bench.Gherkin;

// Each benchmark prints our figure and its peer's side by side, from one run on one machine. Results worth keeping go to results.md.
return args switch
{
    ["replay", ..] => await ReplayFloor.RunAsync(),
    ["derive", ..] => DeriveBench.Run(),
    ["screen", ..] => await ScreenBench.RunAsync(),
    ["mocks", ..] => await MockBench.RunAsync(),
    ["kestrel", var port] => await MockBench.ServeBareAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    ["journal", ..] => await JournalBench.RunAsync(),
    ["gherkin", ..] => await GherkinBench.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000),
    ["gherkin-memory", ..] => await GherkinBench.MemoryAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000),
    ["gherkin-child", var features, var output, var parallelism, ..] => await GherkinChild.RunAsync(features, output, int.Parse(parallelism, CultureInfo.InvariantCulture), args.Length > 4),
    ["report", ..] => await ReportBench.RunAsync(),
    ["rate", ..] => await RateBench.RunAsync(),
    ["triage", ..] => await TriageBench.RunAsync(),
    ["bundle", ..] => await BundleBench.RunAsync(args is [_, var size] && int.TryParse(size, out var gigabytes) ? gigabytes : 5),
    ["national", .. var rest] => Conformance.Bench.National.NationalBench.Run(rest),
    ["doctor", ..] => await DoctorBench.RunAsync(),
    ["profile", .. var rest] => await ProfileBench.RunAsync(screens: !rest.Contains("--api"), told: rest.Contains("--told")),
    ["flows", ..] => FlowBench.Run(args.Length > 1 ? args[1] : null),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench -- replay | derive | screen | report | bundle [GIB] | doctor | profile [--api] [--told] | flows [FOLDER] | mocks | journal | gherkin [SCENARIOS] | gherkin-memory [SCENARIOS] | national | triage | rate");
    return 2;
}
