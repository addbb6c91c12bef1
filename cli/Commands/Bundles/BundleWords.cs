using System.Diagnostics;
using Conformance.Reports.Bundles;

namespace Conformance.Cli.Commands.Bundles;

/// <summary>What a check of a bundle says, in the reader's language.</summary>
internal sealed class BundleWords
{
    private readonly bool english;

    private BundleWords(bool english) => this.english = english;

    public static BundleWords Of(string? language) => new(language == "en");

    public string Say(string file, BundleVerdict verdict) => verdict switch
    {
        BundleVerdict.Intact intact => string.Join('\n',
        [
            english ? $"{file}: as it was signed ({intact.Manifest.Files.Count} files)" : $"{file}: 署名時のままです（{intact.Manifest.Files.Count}ファイル）",
            english ? $"signed by {intact.Signer ?? "the key"} sha256:{intact.KeyId}" : $"署名者: {intact.Signer ?? "指定された鍵"} sha256:{intact.KeyId}",
            .. Stamped(intact),
            .. Runs(intact.Manifest),
        ]),
        BundleVerdict.Broken broken => $"{file}: {(english ? "refused" : "拒否")}: {(broken.Entry.Length > 0 ? broken.Entry + ": " : "")}{Fault(broken.Fault)}{(broken.Detail.Length > 0 ? $" ({broken.Detail})" : "")}",
        _ => throw new UnreachableException(),
    };

    public static IEnumerable<string> Runs(BundleManifest manifest) => manifest.Runs.Select(run =>
        $"  {run.Standard} {run.StandardName} {run.Edition} · {run.Role} · {run.Product} {run.ProductVersion} · {run.Started:yyyy-MM-dd HH:mm} UTC · {run.VerdictText}");

    private IEnumerable<string> Stamped(BundleVerdict.Intact intact) => intact.Stamped is { } stamped
        ? [english ? $"timestamp: {stamped:u}" : $"タイムスタンプ: {stamped:u}"]
        : [english ? $"no timestamp; the signer says {intact.Manifest.Created:u}" : $"タイムスタンプなし。署名者の申告: {intact.Manifest.Created:u}"];

    private string Fault(BundleFault fault) => fault switch
    {
        BundleFault.NotAnArchive => english ? "no complete archive" : "完全なアーカイブではない",
        BundleFault.Ambiguous => english ? "the archive can be read in two ways" : "アーカイブが二通りに読める",
        BundleFault.DuplicateName => english ? "the name occurs twice" : "同じ名前が二度ある",
        BundleFault.UnsafeName => english ? "the name leads out of the folder" : "展開先の外を指す名前である",
        BundleFault.Incomplete => english ? "not there, or not readable" : "無いか、読めない",
        BundleFault.NotSigned => english ? "no signature by a given key" : "指定された鍵の署名がない",
        BundleFault.KeyRefused => english ? "the key does not count" : "鍵が有効ではない",
        BundleFault.Timestamp => english ? "the timestamp does not count" : "タイムスタンプが有効ではない",
        BundleFault.Missing => english ? "missing" : "欠けている",
        BundleFault.Added => english ? "added after signing" : "署名後に加えられた",
        BundleFault.TooLarge => english ? "larger than was signed" : "署名時より大きい",
        BundleFault.Differs => english ? "other content than was signed" : "署名時と内容が違う",
        _ => throw new UnreachableException(),
    };
}
