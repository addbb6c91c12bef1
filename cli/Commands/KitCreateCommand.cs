using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Kit;
using Conformance.Spec;

namespace Conformance.Cli.Commands;

/// <summary><c>kit create</c>: one archive for a machine in a closed network.</summary>
internal static class KitCreateCommand
{
    private static readonly string[] FontPatterns = ["NotoSansCJK-Regular.*", "NotoSansCJK-Bold.*"];

    public static Command Build()
    {
        var target = new Option<string>("--system") { Description = "linux-x64 or win-x64.", DefaultValueFactory = _ => KitSystem.Here?.Id ?? "linux-x64" };
        target.AcceptOnlyFromAmong([.. KitSystem.All.Select(system => system.Id)]);
        var output = new Option<string?>("--out") { Description = "File of the archive, or an existing folder for it (default: artifacts/conformance-VERSION-SYSTEM.tar.gz or .zip)." };
        var browser = new Option<string?>("--browser") { Description = "Folder of an unpacked Chromium or Chrome to bring along; without it the Chrome, Edge or Chromium of the machine is used.", HelpName = "DIR" };
        var language = LanguageOption.Build();
        var command = new Command("create", "Pack the command, the standards and what they need into one archive that runs without network, .NET or administrator rights.") { target, output, browser, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var folders = ProjectFolders.Find();
            var system = KitSystem.All.First(one => one.Id == parsed.GetValue(target));
            var place = parsed.GetValue(output) ?? Path.Combine(folders.Artifacts, system.ArchiveName(KitBuilder.Version));
            var archive = Directory.Exists(place) ? Path.Combine(place, system.ArchiveName(KitBuilder.Version)) : place;
            var fonts = system.IsWindows ? [] : Fonts();
            var english = parsed.IsEnglish(language);
            if (!system.IsWindows && fonts.Count == 0)
            {
                await Console.Error.WriteLineAsync(new Problem("CF6043", "fonts", 0, 0, "No Japanese fonts were found to bring along: screenshots will show boxes where the machine has none.", "Install Noto Sans CJK (Debian: apt-get install -y fonts-noto-cjk).").ToString());
            }

            var kit = await new KitBuilder(folders, system, TimeProvider.System).BuildAsync(archive, parsed.GetValue(browser), fonts, cancellationToken);
            var size = string.Create(CultureInfo.InvariantCulture, $"{kit.Size / 1048576.0:0.0} MiB");
            Console.WriteLine(english
                ? $"{kit.Archive}: {kit.Files} files, {size}; {(kit.HasBrowser ? "with a browser" : "uses the browser of the machine")}, {kit.Fonts} fonts"
                : $"{kit.Archive}：{kit.Files}個のファイル、{size}。ブラウザー：{(kit.HasBrowser ? "同梱" : "その端末のものを使う")}、フォント：{kit.Fonts}");
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static List<string> Fonts() =>
        Directory.Exists("/usr/share/fonts")
            ? [.. FontPatterns.SelectMany(pattern => Directory.EnumerateFiles("/usr/share/fonts", pattern, SearchOption.AllDirectories).Take(1))]
            : [];
}
