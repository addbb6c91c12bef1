using Conformance.Derivation.Impact;
using Conformance.Spec;

namespace Conformance.Cli.Impact;

/// <summary>Words for what a revision does.</summary>
internal static class ImpactWords
{
    public static string Of(VerdictValidity validity, bool japanese) => (validity switch
    {
        VerdictValidity.Valid => new Wording("有効", "valid"),
        VerdictValidity.Review => new("要確認（文だけが変わった）", "to be reviewed (only the text changed)"),
        VerdictValidity.Partial => new("一部再実行", "run again in part"),
        VerdictValidity.Stale => new("失効", "stale"),
        _ => new("廃止", "gone"),
    }).In(japanese);
}
