using System.CommandLine;
using System.Security.Cryptography;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;
using Conformance.Cli.Walks;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Fixtures;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;
using Conformance.Steps.Running;

namespace Conformance.Cli.Commands.Profiles;

/// <summary><c>profile record</c>: a person walks through a screen once, and its mapping is written; <c>--replay</c> plays what is written.</summary>
internal static class ProfileRecordCommand
{
    public static Command Build()
    {
        var file = new Option<string>("--profile") { Description = "The profile (*.profile.yaml). Mappings are put into it; all else in it stays.", Required = true };
        var exchange = new Option<string[]>("--exchange") { Description = "Exchange of the standard, such as 付番; may be given several times. Without it: those that screens lack; with --replay, those that are mapped.", AllowMultipleArgumentsPerToken = true };
        var role = new Option<string?>("--role") { Description = "One role of the profile; else all." };
        var replay = new Option<bool>("--replay") { Description = "Play mapped screens with new people, and tell for each step whether it is found, ambiguous or not read: exit 0, 3 where something is not." };
        var replace = new Option<bool>("--replace") { Description = "Record what is mapped already, in place of that." };
        var yes = new Option<bool>("--yes") { Description = "Ask nothing: what is doubtful is written as a comment with ？, and the exit code is 3." };
        var browser = new Option<int?>("--browser-port") { Description = "No window: another program works the browser, over this port of this machine (DevTools protocol)." };
        var output = new Option<string>("--out") { Description = "Folder for drafts, the list of what was written (`ledger`) and, with --replay, evidence.", DefaultValueFactory = _ => Path.Combine("artifacts", "record") };
        var port = new Option<int?>("--mocks-port") { Description = "As in `run`, for --replay." };
        var set = new Option<string[]>("--set") { Description = "Value of a ${name} in the profile.", HelpName = "NAME=VALUE" };
        var json = new Option<bool>("--json") { Description = "With --replay, as JSON: {\"profile\",\"exit\",\"exchanges\":[{exchange,role,outcome,reason,steps:[{step,kind,name,outcome,told}]}]}." };
        var language = LanguageOption.Build();
        var command = new Command("record", "Record how an exchange is performed on screens: a browser opens, and a person goes through it once.") { file, exchange, role, replay, replace, yes, browser, output, port, set, json, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(parsed.LanguageOf(language), async () =>
        {
            var inputs = new ProfileInputs { Variables = ProfileLintCommand.Variables(parsed.GetValue(set) ?? []) };
            var profile = ProfileLoader.Load(parsed.GetValue(file)!, inputs);
            var folders = ProjectFolders.Find();
            var standard = StandardLoader.LoadById(folders.Standards, profile.Standard, profile.Edition);
            if (ProfileLintCommand.Problems(profile, standard) is { Count: > 0 } problems)
            {
                throw new BadInputException(problems);
            }

            RunSurroundings.RequireTest(profile);
            if (profile.Ui is null)
            {
                throw new BadInputException(new Problem("CF6111", profile.File, 0, 0, "The profile does not say where the screens are.", "Add `ui: {base: 'http://…/'}` over several lines, and `login` and `operators` where there is a login; see docs/profile.md."));
            }

            var (again, named) = (parsed.GetValue(replay), parsed.GetValue(exchange) ?? []);
            var chosen = WalkSubjects.Of(profile, standard, named, parsed.GetValue(role), mapped: again);
            Require(profile, [.. chosen.Select(one => one.Exchange.Name)], again, parsed.GetValue(replace));
            var where = parsed.GetValue(output)!;
            await using var around = await RunSurroundings.OpenAsync(profile, folders, Surfaces.Ui, 1, where, again ? parsed.GetValue(port) : 0, cancellationToken);
            if (again)
            {
                return await ScreenReplay.RunAsync(around, profile, standard, chosen, folders, where, parsed.GetValue(json), parsed.GetValue(language)!);
            }

            var window = new BrowserWindow(parsed.GetValue(browser));
            RequireDisplay(window);
            return await RecordAsync(around, standard, chosen, window, new ProfileFile(profile.File, inputs), where, parsed.GetValue(language)!, !parsed.GetValue(yes));
        }));
        return command;
    }

    private static async Task<int> RecordAsync(RunSurroundings around, Standard standard, IReadOnlyList<(RoleContracts Role, ExchangeContract Exchange)> chosen, BrowserWindow window, ProfileFile file, string output, string language, bool asks)
    {
        var cancellationToken = around.Window.Token;
        var profile = around.Borrowed;
        await using var target = TargetSession.Open(profile, new TargetOptions { Surfaces = Surfaces.Ui, Window = window });
        var people = new PersonFactory(1, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        var evidence = new EvidenceFolder(output);
        RunSetting Setting(RoleContracts role) => ConformanceRun.Setting(profile, standard, role, target, people, evidence, TimeProvider.System);
        try
        {
            await using var recorder = await target.Ui!.RecordAsync(cancellationToken);
            var talk = new Conversation(language, asks);
            if (recorder.SignInTrouble is { } trouble)
            {
                talk.Say(new Bilingual($"自動ではログインできない。ブラウザーでログインする：{trouble}", $"The login does not work by itself; sign in in the browser: {trouble}"));
            }

            return await new ScreenRecording(recorder, talk, file, Setting, output, language, TimeProvider.System).RunAsync(chosen, cancellationToken);
        }
        catch (TargetUnreachableException e)
        {
            throw new BadInputException(new Problem("CF6047", profile.Ui!.Base.Written, 0, 0, "The screens cannot be looked at: " + e.Message, "Check the address, and whether the product is up."));
        }
        catch (OperationCanceledException) when (around.Window.IsOver)
        {
            await Console.Error.WriteLineAsync(around.Window.Told(output, language == "en" ? ReportLanguage.English : ReportLanguage.Japanese));
            return ExitCode.Inconclusive;
        }
        finally
        {
            foreach (var draft in Directory.GetFiles(output, "*.draft.yaml"))
            {
                await Console.Error.WriteLineAsync(language == "en" ? $"Not in the profile: {draft}" : $"対象プロファイルに書いていない記録：{draft}");
            }
        }
    }

    private static void Require(Profile profile, IReadOnlyList<string> chosen, bool replay, bool replace)
    {
        var mapped = profile.Ui!.Exchanges.Keys.ToHashSet();
        var problems = replay ? chosen.Where(name => !mapped.Contains(name)).Select(name => new Problem("CF6113", profile.File, 0, 0, $"「{name}」 is not mapped on screens.", "Record it first, without --replay."))
            : replace ? []
            : chosen.Where(mapped.Contains).Select(name => new Problem("CF6112", profile.File, profile.Ui.Exchanges[name].At.Line, profile.Ui.Exchanges[name].At.Column, $"「{name}」 is mapped on screens already.", "Give --replace to record it anew, or --replay to play what is there."));
        var all = problems.ToList();
        if (chosen.Count == 0)
        {
            all.Add(new Problem("CF6113", profile.File, 0, 0, replay ? "No exchange of the roles is mapped on screens." : "Every exchange of the roles is mapped on screens.", replay ? "Record one first, without --replay." : "Name the exchange to record anew: --exchange … --replace."));
        }

        if (all.Count > 0)
        {
            throw new BadInputException(all);
        }
    }

    // Chromium's own complaint names a variable that few people know.
    private static void RequireDisplay(BrowserWindow window)
    {
        if (window.Port is null && OperatingSystem.IsLinux() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")))
        {
            throw new BadInputException(new Problem("CF6114", "DISPLAY", 0, 0, "No window can be opened here: there is no display.", "Record on a machine with a desktop, or give --browser-port and work the browser from another program."));
        }
    }
}
