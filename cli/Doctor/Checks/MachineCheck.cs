using System.Globalization;
using Conformance.Cli.Commands;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>The machine that the harness runs on: where results go, how much room there is, its fonts, its time zone.</summary>
internal static class MachineCheck
{
    public const string Folder = "folder";
    public const string Disk = "disk";
    public const string Fonts = "fonts";
    public const string Zone = "zone";

    // A demonstration of four standards with pictures of its screens takes 55 MB; a product's own run can take ten times that.
    private const long Scarce = 1L << 30;
    private const long TooLittle = 100L << 20;

    public static IReadOnlyList<PreflightFinding> Look(string output, bool screens, DateTimeOffset now) =>
        [Writable(output), Space(output), .. screens ? [Font()] : Array.Empty<PreflightFinding>(), TimeZone(now)];

    private static PreflightFinding Writable(string output)
    {
        var folder = Existing(output);
        var probe = Path.Combine(folder, ".conformance-" + Path.GetRandomFileName());
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Findings.Ok(Folder, output, new Bilingual($"結果を {output} に書ける。", $"Results can be written to {output}."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Findings.Failure(Folder, output, CauseKind.Configuration,
                new Bilingual($"結果を {output} に書けない：{e.Message}", $"Results cannot be written to {output}: {e.Message}"),
                new Bilingual("実行しても、証跡も報告書も残らない。", "A run would leave neither evidence nor a report."),
                new Bilingual("書き込めるフォルダーを --out で指定する。", "Choose a folder that can be written to, with --out."));
        }
    }

    private static PreflightFinding Space(string output)
    {
        var free = new DriveInfo(Existing(output)).AvailableFreeSpace;
        var told = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:0.0} GB");
        var what = new Bilingual($"{output} のある場所の空きは {told}。", $"There are {told} free at {output}.");
        var why = new Bilingual("途中で書けなくなると、証跡が欠ける。", "Where writing stops half-way, evidence is missing.");
        var fix = new Bilingual("空きを作るか、別の場所を --out で指定する。", "Make room, or choose another place with --out.");
        return free < TooLittle ? Findings.Failure(Disk, output, CauseKind.Configuration, what, why, fix)
            : free < Scarce ? Findings.Warning(Disk, output, CauseKind.Configuration, what, why, fix)
            : Findings.Ok(Disk, output, what);
    }

    private static PreflightFinding Font() => Prerequisites.HasJapaneseFonts
        ? Findings.Ok(Fonts, "", new Bilingual("日本語のフォントがある。", "There are Japanese fonts."))
        : Findings.Warning(Fonts, "", CauseKind.Configuration,
            new Bilingual("日本語のフォントがない。", "There are no Japanese fonts."),
            new Bilingual("画面の写しの文字が四角になり、証跡として読めない。判定は変わらない。", "Screenshots show boxes and cannot be read as evidence. Verdicts do not change."),
            new Bilingual("Noto Sans CJK を入れる（Debian: apt-get install fonts-noto-cjk）。", "Install Noto Sans CJK (Debian: apt-get install fonts-noto-cjk)."));

    private static PreflightFinding TimeZone(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.Local;
        var offset = zone.GetUtcOffset(now);
        return offset == JapanTime.Offset
            ? Findings.Ok(Zone, zone.Id, new Bilingual($"この機械の時間帯は {zone.Id}（日本時間）である。", $"The time zone of this machine is {zone.Id} (Japan)."))
            : Findings.Ok(Zone, zone.Id, new Bilingual($"この機械の時間帯は {zone.Id}（UTC{Sign(offset)}）である。日付は日本時間で数えるので、実行には関わらない。", $"The time zone of this machine is {zone.Id} (UTC{Sign(offset)}). Days are counted in Japan's, so that does not matter."));
    }

    private static string Sign(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm}");

    /// <summary>The folder, or the nearest above it that is there.</summary>
    private static string Existing(string folder)
    {
        var path = Path.GetFullPath(folder);
        while (!Directory.Exists(path) && Path.GetDirectoryName(path) is { } above)
        {
            path = above;
        }

        return path;
    }
}
