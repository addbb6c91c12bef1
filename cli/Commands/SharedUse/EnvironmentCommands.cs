using System.CommandLine;
using System.Globalization;
using Conformance.Cli.SharedUse;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Steps.Running;

namespace Conformance.Cli.Commands.SharedUse;

/// <summary><c>environment status</c> and <c>environment restore</c>: what runs hold and have changed in a shared environment.</summary>
internal static class EnvironmentCommands
{
    public static Command Status() => Build("status", "Say whether the environment of a profile is open, which accounts are in use, and which settings a killed run left changed.", (profile, language, _) =>
    {
        var (now, english) = (TimeProvider.System.GetUtcNow(), language == ReportLanguage.English);
        var until = profile.Environment.OpenUntil(now);
        Console.WriteLine($"{profile.Environment.Owner}: " + (until is null ? english ? "closed" : "今は使えない"
            : until == DateTimeOffset.MaxValue ? english ? "open at any time" : "いつでも使える" : english ? $"open until {JapanTime.Text(until.Value)}" : $"{JapanTime.Text(until.Value)} まで使える")
            + (until is null && profile.Environment.OpensAfter(now) is { } next ? english ? $", opens {JapanTime.Text(next)}" : $"、次は {JapanTime.Text(next)} から" : ""));
        foreach (var holder in AccountLeases.Held(profile.Environment, new Secrets()))
        {
            Console.WriteLine(english ? $"in use: {holder.Account} ({holder.Role}) by {holder.Run}, {holder.Machine}, process {holder.Process}, since {JapanTime.Text(holder.Since)}" : $"使用中: {holder.Account}（{holder.Role}） {holder.Run}、{holder.Machine}、プロセス {holder.Process}、{JapanTime.Text(holder.Since)} から");
        }

        var left = SettingsJournal.Left(LeftSettings.FileOf(profile));
        foreach (var setting in left)
        {
            Console.WriteLine((english ? "not put back: " : "元に戻っていない設定: ") + LeftSettings.Line(setting));
        }

        return Task.FromResult(left.Count > 0 ? ExitCode.Nonconforming : until is null ? ExitCode.Inconclusive : ExitCode.Conforms);
    });

    public static Command Restore() => Build("restore", "Put back the settings that a killed run left changed.", async (profile, language, cancellationToken) =>
    {
        await using var target = TargetSession.Open(profile, new TargetOptions { Secrets = new Secrets() });
        var (restored, left) = await LeftSettings.RestoreAsync(target, TimeProvider.System, cancellationToken);
        var english = language == ReportLanguage.English;
        restored.ToList().ForEach(setting => Console.WriteLine((english ? "put back: " : "元に戻した: ") + LeftSettings.Line(setting)));
        left.ToList().ForEach(one => Console.WriteLine((english ? "could not be put back: " : "元に戻せない: ") + $"{LeftSettings.Line(one.Setting)} ({one.Why})"));
        if (restored.Count + left.Count == 0)
        {
            Console.WriteLine(english ? "Nothing is left to put back." : "元に戻すものはありません。");
        }

        return left.Count > 0 ? ExitCode.Inconclusive : ExitCode.Conforms;
    });

    private static Command Build(string name, string description, Func<Profile, ReportLanguage, CancellationToken, Task<int>> act)
    {
        var file = new Option<string>("--profile") { Description = "The target's profile.", Required = true };
        var language = LanguageOption.Build();
        var command = new Command(name, description) { file, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(() => act(ProfileLoader.Load(parsed.GetValue(file)!), parsed.LanguageOf(language), cancellationToken)));
        return command;
    }
}
