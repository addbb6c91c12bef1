using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>Variables of the environment that the profile refers to. Values are never shown.</summary>
internal static class VariableCheck
{
    public const string Name = "variables";

    public static IReadOnlyList<PreflightFinding> Look(Examination examination)
    {
        var needed = ProfileVariables.Of(examination.Profile, examination.Surfaces);
        return needed.Count == 0
            ? [Findings.Ok(Name, "", new Bilingual("プロファイルは環境変数を参照していない。", "The profile refers to no variable of the environment."))]
            : [.. needed.Select(variable => examination.Secrets.Has(variable.Name)
                ? Findings.Ok(Name, variable.Name, new Bilingual($"環境変数 {variable.Name} が設定されている。", $"The environment variable {variable.Name} is set."))
                : Findings.Failure(Name, variable.Name, CauseKind.Configuration,
                    new Bilingual($"環境変数 {variable.Name} が設定されていない（{examination.Profile.File} {variable.At.Line}行）。", $"The environment variable {variable.Name} is not set ({examination.Profile.File} line {variable.At.Line})."),
                    new Bilingual("秘密情報や宛先が分からず、対象を呼び出せない。", "A secret or an address is missing, so the target cannot be called."),
                    new Bilingual($"実行の前に export {variable.Name}=… とする。", $"Set it before the run: export {variable.Name}=…")) with { Editions = variable.Editions is { Count: > 0 } editions ? editions : null })];
    }
}
