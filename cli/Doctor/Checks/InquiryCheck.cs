using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Mocks;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>An inquiry about somebody whom nobody has registered, through the interface, with a valid credential: whatever comes back, nothing was written. Where the target asks the
/// harness about tokens, it has to ask now: that is the callback.</summary>
internal static class InquiryCheck
{
    public const string Name = "inquiry";

    private static readonly Bilingual Why = new("読むだけの操作が通らなければ、どのシナリオも確かめられない。", "Where not even reading works, no scenario can show anything.");

    /// <summary>The exchange that reads and changes nothing; null where the role or the profile has none.</summary>
    public static string? Exchange(RoleContracts role, ApiDriver api) =>
        role.Contracts.FirstOrDefault(contract => contract.Kind == "inquire")?.By[0] is { } inquiry && api.Offers(inquiry) ? inquiry
        : role.Exchanges.Values.FirstOrDefault(exchange => exchange.Do.Length == 0 && api.Offers(exchange.Name) && !api.Operations.First(mapped => mapped.Exchange == exchange.Name).HasItems)?.Name;

    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(Examination examination, RoleContracts role, CancellationToken cancellationToken)
    {
        if (examination.Target?.Api is not { } api || Exchange(role, api) is not { } inquiry)
        {
            return [];
        }

        var mark = examination.Mocks?.Journal.Count ?? 0;
        bool Asked() => examination.Mocks?.Journal.Find(entry => entry.Sequence > mark && entry.Operation == OAuthOperations.Introspection).Count > 0;
        try
        {
            var answer = await api.PerformAsync(new FunctionCall(inquiry, new Dictionary<string, string?>())
            {
                Conditions =
                [
                    // Like any other: a name that stood for "nobody" would give the harness away.
                    new SearchCondition("氏名", examination.People.Create("preflight", "甲").Items["氏名"], SearchMatch.Exact),
                ],
                Business = examination.Profile.Business,
            }, cancellationToken);
            return Judge(examination, inquiry, answer, examination.Profile.Api!.Auth.ByHarness && examination.Mocks is not null ? Asked() : null);
        }
        catch (TargetUnreachableException e) when (e.TokenRefusal is not null)
        {
            return [TokenCheck.Refused(inquiry, e)];
        }
        catch (TargetUnreachableException e)
        {
            return [Findings.Failure(Name, inquiry, e.Untrusted ? CauseKind.Configuration : CauseKind.Environment,
                new Bilingual($"実行前の「{inquiry}」（書き込みのない照会）に応答がない：{e.Message}", $"A harmless 「{inquiry}」 before the run was not answered: {e.Message}"), Why,
                new Bilingual("製品と経路の様子、api.base と api.timeout を確かめる。", "See how the product and the route are, and check api.base and api.timeout.")) with { Rule = UnreachableRule.Of(e) }];
        }
        catch (ProfileMismatchException e)
        {
            return [Findings.Failure(Name, inquiry, CauseKind.Profile,
                new Bilingual($"実行前の「{inquiry}」（書き込みのない照会）に、プロファイルと合わない応答が返った：{e.Message}", $"A harmless 「{inquiry}」 before the run got an answer that the profile does not describe: {e.Message}"), Why,
                new Bilingual($"対象プロファイルの「{inquiry}」の宛先と read: を、実際の応答と照らして直す。", $"Compare path and read: of 「{inquiry}」 in the profile with the real answer."))];
        }
    }

    private static List<PreflightFinding> Judge(Examination examination, string inquiry, Observation answer, bool? asked)
    {
        var findings = new List<PreflightFinding>();
        var server = examination.Mocks?.Authorisation.IntrospectionEndpoint;
        if (asked == true)
        {
            findings.Add(Findings.Ok(NeighbourCheck.Name, "認可サーバー", new Bilingual($"対象がトークンを確かめに来た（{server}）。", $"The target came to ask about the token ({server}).")));
        }

        switch (answer.Outcome)
        {
            case Outcome.Failed:
                findings.Add(Findings.Failure(Name, inquiry, CauseKind.Environment,
                    new Bilingual($"実行前の「{inquiry}」（書き込みのない照会）で対象がエラーになった（{answer.Status}）。", $"A harmless 「{inquiry}」 before the run made the target fail ({answer.Status})."), Why,
                    asked == false
                        ? new Bilingual($"製品の記録を見る。対象はトークンを確かめに来ていない。確認先を {server} にし、対象からそこへ届くかを確かめる。", $"See the product's log. The target did not ask about the token: set its introspection endpoint to {server}, and see whether it can reach that.")
                        : new Bilingual("製品の記録を見る。", "See the product's log.")) with { Rule = DecidingRules.FailedBeforeRun });
                break;
            case Outcome.Unauthorised when asked == false:
                findings.Add(Findings.Failure(NeighbourCheck.Name, inquiry, CauseKind.Configuration,
                    new Bilingual($"対象がトークンを拒否した（{answer.Status}）。しかも、トークンを確かめに来ていない。", $"The target refused the token ({answer.Status}) and did not come to ask about it."),
                    new Bilingual("この道具が認可サーバーなので、対象が確かめに来なければ、すべて拒否される。", "The harness is the authorisation server: where the target does not ask it, everything is refused."),
                    new Bilingual($"製品のトークンの確認先を {server} にする。別の機械なら neighbours: の host と url を書き、対象からそのポートへ届くようにする。", $"Set the product's introspection endpoint to {server}. On another machine say host and url under neighbours:, and let the product reach that port.")));
                break;
            case Outcome.Unauthorised:
                findings.Add(Findings.Failure(Name, inquiry, CauseKind.Configuration,
                    new Bilingual($"実行前の「{inquiry}」（書き込みのない照会）が、有効な認証情報なのに拒否された（{answer.Status}）。", $"A harmless 「{inquiry}」 before the run was refused although its credential is valid ({answer.Status})."), Why,
                    new Bilingual("クライアント、シークレット、スコープ、対象の時計を確かめる。", "Check client, secret, scope and the clock of the target.")));
                break;
            default:
                findings.Add(Findings.Ok(Name, inquiry, new Bilingual($"「{inquiry}」が応答した（{answer.Status}）。", $"「{inquiry}」 was answered ({answer.Status}).")));
                if (asked == false)
                {
                    findings.Add(Findings.Warning(NeighbourCheck.Name, "認可サーバー", CauseKind.Configuration,
                        new Bilingual("対象はトークンを受け付けたが、確かめに来ていない。", "The target accepted the token and did not come to ask about it."),
                        new Bilingual("期限切れや偽のトークンを拒むかどうかが、正しく確かめられない。", "Whether it refuses expired and false tokens cannot be told rightly."),
                        new Bilingual($"製品のトークンの確認先が {server} になっているか確かめる。", $"See whether the product's introspection endpoint is {server}.")));
                }

                break;
        }

        return findings;
    }
}
