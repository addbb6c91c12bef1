using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Reports;
using Conformance.Reports.Wording;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Running;

/// <summary><c>status</c>: how far a run is, and what waits for what, since when, until when. Reads only; a run that goes on meanwhile is not disturbed.</summary>
internal static class StatusCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "The --out folder of a run." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var language = LanguageOption.Build();
        var command = new Command("status", "Say how far a run is, and what waits for what, since when, until when. Exit code 0: at its end; 5: scenarios wait; 3: not at its end.") { folder, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var source = parsed.GetValue(folder)!;
            var roles = RunFolder.Logs(source).Select(RunStatus.Of).ToList();
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    roles = roles.Select(role => new
                    {
                        role.Header.Id, role.Header.Standard, role.Header.Edition, role.Header.Role, Interface = role.Header.Interface?.Key, role.Header.Product, role.Header.ProductVersion, role.Header.Build, role.Header.Part,
                        role.State, role.Header.Started, role.LastEvent, role.Planned, role.Done, role.Open, role.Sessions, role.Waits,
                    }),
                }, MachineJson.Indented));
            }
            else
            {
                Tell(source, roles, parsed.LanguageOf(language), TimeProvider.System.GetUtcNow());
            }

            return roles.Any(role => role.State is "running" or "stopped") ? ExitCode.Inconclusive : roles.Any(role => role.State == "waiting") ? ExitCode.Waiting : ExitCode.Conforms;
        }));
        return command;
    }

    private static void Tell(string folder, IReadOnlyList<RunStatus> roles, ReportLanguage language, DateTimeOffset now)
    {
        string Say(string japanese, string english) => language == ReportLanguage.English ? english : japanese;
        foreach (var role in roles)
        {
            var head = role.Header;
            var state = role.State switch
            {
                "running" => Say("実行中", "running"),
                "stopped" => Say("中断", "stopped before its end"),
                "waiting" => Say("待機", "waiting"),
                _ => Say("終了", "ended"),
            };
            var titled = InterfaceEdition.Behind(head.Role, head.Interface);
            Console.WriteLine($"{head.Standard} {titled.In(language)}{(head.Part is { } part ? " " + part : "")}: {state}  {Say("済み", "done")} {role.Done}/{role.Planned}{(role.Open > 0 ? $"  {Say("残り", "left")} {role.Open}" : "")}  {Say("開始", "begun")} {JapanTime.Text(head.Started)}{(role.LastEvent is { } last ? $"  {Say("最後の記録", "last record")} {JapanTime.Text(last)}" : "")}");
            Console.WriteLine($"    {head.Product} {head.ProductVersion}{(head.Build is { } build ? $" ({Say("ビルド", "build")} {build})" : "")}");
            foreach (var wait in role.Waits)
            {
                var until = wait.Until is not { } time ? Say("いつまでかは不明", "nobody says until when")
                    : time > now ? Say($"{JapanTime.Text(time)} まで", $"until {JapanTime.Text(time)}") : Say($"{JapanTime.Text(time)} を過ぎたので続けられる", $"{JapanTime.Text(time)} is over: go on");
                Console.WriteLine($"    {Say("待機", "waits")}: {SpokenRun.In(wait.For, language)}  ×{wait.Scenarios}  {Say($"{JapanTime.Text(wait.Since)} から", $"since {JapanTime.Text(wait.Since)}")}  {until}");
            }
        }

        if (roles.Any(role => role.State == "waiting"))
        {
            Console.WriteLine(Say("バッチの後に", "After the batch") + $": conformance run --continue {folder}");
        }

        if (roles.Any(role => role.State == "stopped"))
        {
            Console.WriteLine(Say("続きの実行", "To go on") + $": conformance run --resume {folder}");
        }
    }
}
