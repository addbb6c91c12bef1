using System.Diagnostics;
using System.Globalization;
using Conformance.Cli;
using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Profiles;
using Conformance.Cli.Doctor;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Bench;

/// <summary>How long <c>doctor</c> takes on each reference application, screens included, and whether it raises a false alarm.</summary>
internal static class DoctorBench
{
    private const string Client = "core0190core0190core0190core0190";
    private const string Secret = "a-secret-of-the-benchmark-0123456789";
    private const string Token = "a-token-of-the-benchmark-0123456789";

    public static async Task<int> RunAsync()
    {
        var folders = ProjectFolders.Find();
        foreach (var (name, value) in new[]
        {
            (HarnessClient.IdVariable, Client), (HarnessClient.SecretVariable, Secret), ("CONFORMANCE_DEMO_CORE_TOKEN", Token),
            ("CONFORMANCE_DEMO_OPERATOR_1", "op1:pass"), ("CONFORMANCE_DEMO_OPERATOR_2", "op2:pass"), ("CONFORMANCE_DEMO_OPERATOR_3", "view1:pass"),
        })
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Console.WriteLine("application  seconds  looked at  not shown  warnings  failures");
        var port = 18031;
        foreach (var part in ReferencePart.All)
        {
            var mocks = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{++port}/");
            string[] around = part.App switch
            {
                "atena" => ["--introspection", mocks + "oauth/introspect"],
                "core" => ["--neighbour", mocks, "--token-endpoint", mocks + "oauth/token", "--client-id", Client, "--client-secret", Secret, "--token", Token],
                "shikyu" => ["--token", Token],
                _ => ["--mynaportal", mocks, "--koza", mocks, "--jumin", mocks, "--token-endpoint", mocks + "oauth/token", "--client-id", Client, "--client-secret", Secret, "--token", Token, "--interval", "500ms"],
            };
            await using var reference = await ReferenceProcess.StartAsync(["--app", part.App, .. around], CancellationToken.None);
            var standard = StandardLoader.LoadById(folders.Standards, part.Standard);
            var profile = ProfileLoader.Load(Path.Combine(AppContext.BaseDirectory, "Demo", part.Profile), new ProfileInputs { Variables = new Dictionary<string, string> { ["target"] = reference.Address.ToString() } });
            var clock = Stopwatch.StartNew();
            var findings = await DoctorCommand.ExamineAsync(profile, standard, Surfaces.Both, port, Path.Combine(folders.Artifacts, "bench"), TargetDoctor.Whole, TimeProvider.System, CancellationToken.None);
            int Count(PreflightLevel level) => findings.Count(finding => finding.Level == level);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part.App,-11}  {clock.Elapsed.TotalSeconds,7:0.0}  {findings.Count,9}  {Count(PreflightLevel.NotShown),9}  {Count(PreflightLevel.Warning),8}  {Count(PreflightLevel.Failure),8}"));
            foreach (var finding in findings.Where(finding => finding.Level is PreflightLevel.Warning or PreflightLevel.Failure))
            {
                Console.WriteLine($"    {finding.Check} {finding.Subject}: {finding.What.En}");
            }
        }

        return 0;
    }
}
