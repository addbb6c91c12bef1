using Conformance.Mocks;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>Whether the systems that the harness plays are where the target looks for them, and whether it comes.</summary>
internal static class NeighbourCheck
{
    public const string Name = "neighbours";

    // As long as a product that asks at short intervals may take.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(3);

    public static PreflightFinding? Port(Examination examination, int wanted)
    {
        if (examination.Mocks is not { } mocks)
        {
            return null;
        }

        if (mocks.Notice is null)
        {
            return Findings.Ok(Name, "port", new Bilingual($"周囲のシステムの役は {mocks.BaseAddress} で待ち受けられる。", $"The systems around the target can be played at {mocks.BaseAddress}."));
        }

        var what = new Bilingual($"ポート {wanted} は使われている。", $"Port {wanted} is taken.");
        var fix = new Bilingual("そのポートを使っているもの（別の実行や mocks serve）を止めるか、neighbours.port と製品の設定を別のポートにする。", "Stop what uses it (another run, mocks serve), or set neighbours.port and the product to another port.");
        var why = new Bilingual("対象はこのポートへ尋ねに来るが、そこにいるのは別のものである。", "The target comes to this port, and something else is there.");
        return examination.NeedsMocks
            ? Findings.Failure(Name, "port", CauseKind.Configuration, what, why, fix)
            : Findings.Warning(Name, "port", CauseKind.Configuration, what, why, fix);
    }

    /// <summary>Waits a little for the target to call by itself.</summary>
    public static async Task<PreflightFinding?> CallbackAsync(Examination examination, CancellationToken cancellationToken)
    {
        // Where the harness is the authorisation server the inquiry has shown it.
        if (examination.Mocks is not { } mocks || !examination.NeedsMocks || examination.Profile.Api?.Auth.ByHarness == true)
        {
            return null;
        }

        var call = (mocks.Journal.Entries is [var first, ..] ? first : null) ?? await mocks.Journal.WaitForAsync(_ => true, Wait, cancellationToken);
        return call is not null
            ? Findings.Ok(Name, call.Neighbour, new Bilingual($"対象が尋ねに来た（{call.Operation}、{call.Caller} から）。", $"The target came to ask ({call.Operation}, from {call.Caller})."))
            : Findings.NotShown(Name, mocks.BaseAddress.ToString(),
                new Bilingual($"対象から届くかは示されていない。{Wait.TotalSeconds} 秒の間、対象は自分からは尋ねに来なかった。", $"Not shown whether the target reaches it: within {Wait.TotalSeconds} s it did not come by itself."),
                new Bilingual($"対象の機械で {mocks.Authorisation.Issuer}/__admin/health を開く。または mocks serve を動かし、製品から照会を一件する。", $"Open {mocks.Authorisation.Issuer}/__admin/health on the target's machine; or run mocks serve and make one inquiry in the product."));
    }
}
