using Conformance.Bench;

// Each benchmark prints our figure and its peer's side by side, from one run on one machine. Results worth keeping go to results.md.
return args switch
{
    ["replay", ..] => await ReplayFloor.RunAsync(),
    ["derive", ..] => DeriveBench.Run(),
    ["screen", ..] => await ScreenBench.RunAsync(),
    ["report", ..] => await ReportBench.RunAsync(),
    ["bundle", ..] => await BundleBench.RunAsync(args is [_, var size] && int.TryParse(size, out var gigabytes) ? gigabytes : 5),
    ["national", .. var rest] => Conformance.Bench.National.NationalBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench -- replay | derive | screen | report | bundle [GIB] | national");
    return 2;
}
