using System.CommandLine;
using System.Text.Json;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Doctor;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Profiles;

/// <summary><c>doctor</c>: everything that a run needs, looked at in seconds and without writing anything.</summary>
internal static class DoctorCommand
{
    public static Command Build()
    {
        var profile = new Option<string>("--profile") { Description = "The profile (*.profile.yaml).", Required = true };
        var driver = new Option<string>("--driver") { Description = "api, ui or both.", DefaultValueFactory = _ => "both" };
        driver.AcceptOnlyFromAmong("api", "ui", "both");
        var output = new Option<string>("--out") { Description = "Folder that the results of the run are to go to.", DefaultValueFactory = _ => Path.Combine("artifacts", "run") };
        var port = new Option<int?>("--mocks-port") { Description = "As in `run`." };
        var set = new Option<string[]>("--set") { Description = "Value of a ${name} in the profile.", HelpName = "NAME=VALUE" };
        var within = RunOptionSet.Timeout("--within", "Time for all of it, 8s unless given; what was not seen by then is told as such.");
        var all = new Option<bool>("--all") { Description = "Also what is well, one by one." };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"profile\",\"seconds\",\"exit\",\"findings\":[{check,subject,level,cause,what,why,fix,because,editions}]}." };
        var language = LanguageOption.Build();
        var command = new Command("doctor", "Look at everything that a run needs: exit 0, 3 where something has to be mended first, 2 for a bad profile.") { profile, driver, output, port, set, within, all, json, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var time = TimeProvider.System;
            var started = time.GetTimestamp();
            var loaded = ProfileLoader.Load(parsed.GetValue(profile)!, new ProfileInputs { Variables = ProfileLintCommand.Variables(parsed.GetValue(set) ?? []) });
            var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, loaded.Standard, loaded.Edition);
            if (ProfileLintCommand.Problems(loaded, standard) is { Count: > 0 } problems)
            {
                throw new BadInputException(problems);
            }

            var surfaces = parsed.GetValue(driver) switch { "api" => Surfaces.Api, "ui" => Surfaces.Ui, _ => Surfaces.Both };
            var findings = await ExamineAsync(loaded, standard, surfaces, parsed.GetValue(port), parsed.GetValue(output)!, parsed.GetValue(within) ?? TargetDoctor.Whole, time, cancellationToken);
            var exit = findings.FirstFailure() is null ? ExitCode.Conforms : ExitCode.Inconclusive;
            Show(loaded, findings, time.GetElapsedTime(started).TotalSeconds, exit, parsed.GetValue(language)!, parsed.GetValue(all), parsed.GetValue(json));
            return exit;
        }));
        return command;
    }

    /// <param name="port">Of the systems that the harness plays; null for the profile's.</param>
    internal static async Task<IReadOnlyList<PreflightFinding>> ExamineAsync(
        Profile profile, Standard standard, Surfaces surfaces, int? port, string output, TimeSpan within, TimeProvider time, CancellationToken cancellationToken)
    {
        var played = PlayedSystems.Options(profile);
        var client = HarnessClient.FromEnvironment();
        var wanted = port ?? profile.Neighbours.Port ?? HarnessClient.Port;
        var clientId = client?.ClientId ?? HarnessClient.MadeUpId();
        await using var mocks = await MockHost.StartAsync(played with
        {
            Port = wanted,
            OAuth = new OAuthOptions
            {
                Clients = [(client ?? new RegisteredClient(clientId, HarnessClient.MadeUpSecret(), profile.Business ?? "019", [])) with { AllowedScopes = [.. PlayedSystems.Scopes(played), .. NeighbourScopes.All] }],
                IntrospectionNeedsCredentials = false,
            },
        }, cancellationToken);
        var secrets = new Secrets();
        var lacking = ProfileVariables.Of(profile, surfaces).Where(variable => !secrets.Has(variable.Name)).ToList();
        var editions = new List<Examination>();
        try
        {
            foreach (var (name, described, edition) in Editions(profile, standard, surfaces))
            {
                var impatient = Impatient(described);
                var roles = described.Roles.Select(edition.Role).ToList();
                editions.Add(new Examination
                {
                    Profile = impatient,
                    Edition = name,
                    Standard = edition,
                    Roles = roles,
                    Surfaces = surfaces,
                    Target = lacking.Exists(variable => variable.IsNeededBy(name)) ? null : TargetSession.Open(impatient.Needing(editions.Count == 0 ? null : name), new TargetOptions
                    {
                        Interfaces = ProfileLintCommand.Interfaces(edition, roles),
                        Vocabulary = ItemNames.Of(edition),
                        Tokens = new HarnessTokens(mocks.Authorisation, clientId),
                        Secrets = secrets,
                        Time = time,
                        Surfaces = described.Ui is null ? surfaces & Surfaces.Api : surfaces,
                    }),
                    Mocks = mocks,
                    Secrets = secrets,
                    Time = time,
                });
            }

            return await TargetDoctor.LookAsync(editions, wanted, output, within, cancellationToken);
        }
        finally
        {
            foreach (var target in editions.Select(edition => edition.Target).OfType<TargetSession>())
            {
                await target.DisposeAsync();
            }
        }
    }

    // Screens are of no edition of an interface, so they stay with the profile's own.
    private static IEnumerable<(string? Name, Profile Profile, Standard Standard)> Editions(Profile profile, Standard standard, Surfaces surfaces) =>
    [
        (profile.Parallel.Count > 0 ? profile.Interface : null, profile, standard),
        .. from edition in surfaces.HasFlag(Surfaces.Api) ? profile.Parallel : []
           select (edition.Interface, profile.As(edition) with { Roles = edition.Roles, Ui = null },
               edition.Edition == profile.Edition ? standard : StandardLoader.LoadById(ProjectFolders.Find().Standards, profile.Standard, edition.Edition)),
    ];

    // A profile is patient with what a run waits for; here an answer that takes longer is a finding.
    private static Profile Impatient(Profile profile) => profile with
    {
        Api = profile.Api is { } api && api.Timeout > Examination.Patience ? api with { Timeout = Examination.Patience } : profile.Api,
        Ui = profile.Ui is { } ui ? ui with { Timeouts = new UiTimeouts { Page = Shorter(ui.Timeouts.Page, 5), Action = Shorter(ui.Timeouts.Action, 2) } } : null,
    };

    private static TimeSpan Shorter(TimeSpan patience, int seconds) => patience < TimeSpan.FromSeconds(seconds) ? patience : TimeSpan.FromSeconds(seconds);

    private static void Show(Profile profile, IReadOnlyList<PreflightFinding> findings, double seconds, int exit, string language, bool all, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                Profile = profile.File,
                Seconds = Math.Round(seconds, 2),
                Exit = exit,
                Findings = findings.Select(finding => new
                {
                    finding.Check,
                    finding.Subject,
                    Level = JsonNamingPolicy.CamelCase.ConvertName(finding.Level.ToString()),
                    Cause = finding.Cause is { } cause ? JsonNamingPolicy.CamelCase.ConvertName(cause.ToString()) : null,
                    What = finding.What.In(language),
                    Why = finding.Why.In(language),
                    Fix = finding.Fix.In(language),
                    finding.Because,
                    finding.Editions,
                }),
            }, MachineJson.Indented));
            return;
        }

        int Count(PreflightLevel level) => findings.Count(finding => finding.Level == level);
        Console.WriteLine(DoctorText.Of(findings, language, all));
        var editions = DoctorText.Editions(profile.Parallel.Count > 0 ? [profile.Interface!, .. profile.Parallel.Select(edition => edition.Interface)] : null, language);
        Console.WriteLine(FormattableString.Invariant(language == "en"
            ? (FormattableString)$"{profile.Product.Name} {profile.Product.Version}{editions}: to mend {Count(PreflightLevel.Failure)}, warnings {Count(PreflightLevel.Warning)}, not shown {Count(PreflightLevel.NotShown)}, well {Count(PreflightLevel.Ok)} ({seconds:0.0} s)"
            : $"{profile.Product.Name} {profile.Product.Version}{editions}：要対応 {Count(PreflightLevel.Failure)}、注意 {Count(PreflightLevel.Warning)}、確かめられない {Count(PreflightLevel.NotShown)}、良好 {Count(PreflightLevel.Ok)}（{seconds:0.0} 秒）"));
    }
}
