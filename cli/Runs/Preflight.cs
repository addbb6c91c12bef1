using System.Globalization;
using System.Net.Sockets;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>The quick part of the checks before a run: rather one plain sentence than hundreds of false failures.</summary>
internal static class Preflight
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Why nothing can be seen; null where the target is there and answers a harmless inquiry.</summary>
    public static async Task<TroubleRecord?> CheckAsync(TargetSession target, RoleContracts role, IReadOnlyList<string> surfaces, CancellationToken cancellationToken) =>
        await ConnectAsync(target, surfaces, cancellationToken) is { } down
            ? new TroubleRecord(CauseKind.Environment, down)
            : await InquireAsync(target, role, cancellationToken);

    // About somebody who cannot exist, through the interface, with a valid credential: whatever comes back, nothing was written.
    private static async Task<TroubleRecord?> InquireAsync(TargetSession target, RoleContracts role, CancellationToken cancellationToken)
    {
        var inquiry = role.Contracts.FirstOrDefault(contract => contract.Kind == "inquire")?.By[0]
            ?? role.Exchanges.Values.FirstOrDefault(exchange => exchange.Do.Length == 0)?.Name;
        if (inquiry is null || target.Api is not { } api || !api.Offers(inquiry))
        {
            return null;
        }

        try
        {
            var answer = await api.PerformAsync(new FunctionCall(inquiry, new Dictionary<string, string?>())
            {
                Conditions = [new SearchCondition("氏名", "存在しない　確認用", SearchMatch.Exact)],
                Business = target.Profile.Business,
            }, cancellationToken);
            return answer.Outcome switch
            {
                Outcome.Failed => new TroubleRecord(CauseKind.Environment, $"A harmless 「{inquiry}」 before the run made the target fail ({answer.Status})."),
                Outcome.Unauthorised => new TroubleRecord(CauseKind.Configuration, $"A harmless 「{inquiry}」 before the run was refused although its credential is valid ({answer.Status}): check client, secret and scope."),
                _ => null,
            };
        }
        catch (TargetUnreachableException e)
        {
            return new TroubleRecord(e.Untrusted ? CauseKind.Configuration : CauseKind.Environment, $"A harmless 「{inquiry}」 before the run was not answered: {e.Message}");
        }
        catch (ProfileMismatchException e)
        {
            return new TroubleRecord(CauseKind.Profile, $"A harmless 「{inquiry}」 before the run got an answer that the profile does not describe: {e.Message}");
        }
    }

    private static async Task<string?> ConnectAsync(TargetSession target, IReadOnlyList<string> surfaces, CancellationToken cancellationToken)
    {
        var (profile, secrets) = (target.Profile, new Secrets());
        var addresses = new[] { surfaces.Contains("api") ? profile.Api?.Base : null, surfaces.Contains("ui") ? profile.Ui?.Base : null };
        foreach (var address in addresses.OfType<LateText>().Select(late => new Uri(late.Reveal(secrets))).DistinctBy(uri => uri.Authority))
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(Patience);
            try
            {
                using var socket = await target.Route.ReachAsync(address, deadline.Token);
            }
            catch (SocketException e)
            {
                return $"The target {address.GetLeftPart(UriPartial.Authority)} does not answer: {e.Message}.";
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The target {address.GetLeftPart(UriPartial.Authority)} did not answer within {Patience.TotalSeconds} s.");
            }
        }

        return null;
    }
}
