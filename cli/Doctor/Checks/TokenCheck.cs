using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>A token per scope from the authorisation server, and which part is wrong where it gives none (RFC 6749, 5.2). A wrong secret is never tried on
/// purpose: some servers lock a client after a few.</summary>
internal static class TokenCheck
{
    public const string Name = "token";

    private static readonly Bilingual Why = new("トークンがなければ、そのスコープの操作はすべて拒否される。", "Without a token every operation of the scope is refused.");

    /// <param name="scopes">Each is asked for once.</param>
    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(ApiDriver api, ApiAuth auth, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        switch (auth.Method)
        {
            case AuthMethod.None:
                return [Findings.Ok(Name, "", new Bilingual("認証は要らないと書かれている（method: none）。", "The profile says that no credential is needed (method: none)."))];
            case AuthMethod.Basic or AuthMethod.Bearer when !auth.ByHarness:
                return [Findings.Ok(Name, "", new Bilingual("プロファイルの認証情報をそのまま使う。正しいかは照会で確かめる。", "The profile's own credential is used; the inquiry shows whether it is right."))];
            case var _ when auth.ByHarness:
                return [Findings.Ok(Name, "", new Bilingual("この道具が認可サーバーである。対象が確かめに来るかは、照会で見る。", "The harness is the authorisation server; the inquiry shows whether the target asks it."))];
        }

        var found = new List<PreflightFinding>();
        foreach (var scope in scopes)
        {
            var finding = await OneAsync(api, scope, cancellationToken);
            found.Add(finding);
            if (IsOfTheClient(finding))
            {
                // What is wrong with the client is wrong for every scope; asking on may lock it.
                found.AddRange(scopes.SkipWhile(other => other != scope).Skip(1).Select(other => Findings.NotLookedAt(Name, other, finding)));
                break;
            }
        }

        return found;
    }

    /// <summary>Whether a token was refused for what holds for every scope and every edition that the same client is used for.</summary>
    public static bool IsOfTheClient(PreflightFinding finding) => finding is { Check: Name, Level: PreflightLevel.Failure } && !finding.What.En.Contains("invalid_scope", StringComparison.Ordinal);

    private static async Task<PreflightFinding> OneAsync(ApiDriver api, string scope, CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(Examination.Patience);
            await api.CheckTokenAsync(scope, deadline.Token);
            return Findings.Ok(Name, scope, new Bilingual("トークンが発行された。", "A token was issued."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Findings.Failure(Name, scope, CauseKind.Environment,
                new Bilingual($"認可サーバーが {Examination.Patience.TotalSeconds} 秒以内に応答しない。", $"The authorisation server did not answer within {Examination.Patience.TotalSeconds} s."), Why,
                new Bilingual("api.auth.server の宛先と、そのサーバーの様子を確かめる。", "Check the address in api.auth.server, and how that server is."));
        }
        catch (TargetUnreachableException e)
        {
            return Refused(scope, e);
        }
    }

    /// <summary>What a refusal of the authorisation server says.</summary>
    public static PreflightFinding Refused(string scope, TargetUnreachableException e)
    {
        PreflightFinding Told(CauseKind cause, string ja, string en, string fixJa, string fixEn) =>
            Findings.Failure(Name, scope, cause, new Bilingual(ja, en), Why, new Bilingual(fixJa, fixEn));
        return e.TokenRefusal switch
        {
            "invalid_client" => Told(CauseKind.Configuration,
                $"認可サーバーがクライアントを認めない（invalid_client）：{e.Message}", $"The authorisation server does not accept the client (invalid_client): {e.Message}",
                "api.auth.client と api.auth.secret の値、method（client_secret_jwt か client_secret_basic か）、機械の時計を確かめる。", "Check the values of api.auth.client and api.auth.secret, the method (client_secret_jwt or client_secret_basic), and the clock."),
            "invalid_scope" => Told(CauseKind.Configuration,
                $"スコープ「{scope}」がこのクライアントに許されていない（invalid_scope）。", $"The scope \"{scope}\" is not granted to this client (invalid_scope).",
                "認可サーバーの登録にこのスコープを加えるか、api.auth.scopes または操作の scope: を直す。", "Have it granted at the authorisation server, or correct api.auth.scopes or the scope: of the operation."),
            "unauthorized_client" => Told(CauseKind.Configuration,
                "このクライアントには client_credentials が許されていない（unauthorized_client）。", "The client may not use client_credentials (unauthorized_client).",
                "認可サーバーの登録を確かめる。", "Check its registration at the authorisation server."),
            { } other => Told(CauseKind.Configuration,
                $"認可サーバーがトークンを出さない{(other.Length > 0 ? $"（{other}）" : "")}：{e.Message}", $"The authorisation server gives no token{(other.Length > 0 ? $" ({other})" : "")}: {e.Message}",
                "api.auth.server がトークンの宛先かどうかと、クライアントの登録を確かめる。", "See whether api.auth.server is the token endpoint, and how the client is registered."),
            null => Told(e.Untrusted ? CauseKind.Configuration : CauseKind.Environment,
                $"トークンが得られない：{e.Message}", $"No token: {e.Message}",
                "api.auth.server の宛先と、そのサーバーの様子を確かめる。", "Check the address in api.auth.server, and how that server is."),
        };
    }
}
