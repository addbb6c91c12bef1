using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>Whether the folders are there, into which the target lays its files (データ出力).</summary>
internal static class OutputFolderCheck
{
    public const string Name = "outputs";

    public static IEnumerable<PreflightFinding> Look(Profile profile) => profile.Outputs.Where(output => output.Value.Folder is not null).Select(output => Directory.Exists(output.Value.Folder)
        ? Findings.Ok(Name, output.Key, new Bilingual($"フォルダー {output.Value.Folder} がある。", $"The folder {output.Value.Folder} is there."))
        : Findings.Warning(Name, output.Key, CauseKind.Profile,
            new Bilingual($"フォルダー {output.Value.Folder} がない。", $"The folder {output.Value.Folder} is not there."),
            new Bilingual($"「{output.Key}」が出力したものを読めず、判定不能になる。", $"What 「{output.Key}」 puts out cannot be read, so that would be inconclusive."),
            new Bilingual($"対象プロファイルの outputs で「{output.Key}」の folder を直すか、フォルダーをこの機械から見えるようにする。", $"Correct folder of 「{output.Key}」 under outputs in the profile, or let this machine see the folder.")));
}
