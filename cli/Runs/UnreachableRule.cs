using Conformance.Drivers;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>The rule that decides where a target could not be reached.</summary>
internal static class UnreachableRule
{
    public static string Of(TargetUnreachableException e) => e.Untrusted ? DecidingRules.Untrusted : e.TokenRefusal is not null ? DecidingRules.CredentialRefused : e.At switch
    {
        UnreachableAt.Late => DecidingRules.TooLate,
        UnreachableAt.Gateway => DecidingRules.Gateway,
        UnreachableAt.Neighbour => DecidingRules.NeighbourOfTarget,
        UnreachableAt.Browser => DecidingRules.BrowserGone,
        _ => DecidingRules.NoAnswer,
    };
}
