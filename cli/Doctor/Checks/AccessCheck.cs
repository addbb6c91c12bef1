using Conformance.Drivers.Profiles;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>Tokens and the harmless inquiry of one edition of an interface after the other: what one of them makes the target ask of the harness must not be taken for what another does.</summary>
internal sealed class AccessCheck
{
    // An authorisation server may lock a client that it has refused, so it is not asked again for another edition.
    private readonly Dictionary<string, PreflightFinding> refused = new(StringComparer.Ordinal);
    private PreflightFinding? unreached;
    private bool asked;
    private bool toldOfNeighbours;

    public async Task<IReadOnlyList<PreflightFinding>> LookAsync(Examination edition, AddressBook book, CancellationToken cancellationToken)
    {
        if (book.Root("api.base") is { } down)
        {
            unreached ??= down;
            return [.. new[] { TokenCheck.Name, InquiryCheck.Name, OperationCheck.Name }.Select(check => Findings.NotLookedAt(check, "", down))];
        }

        var findings = new List<PreflightFinding>(await TokensAsync(edition, book, cancellationToken));
        if (findings.Find(finding => finding.Level == PreflightLevel.Failure || finding.Because is not null) is { } root)
        {
            findings.Add(Findings.NotLookedAt(InquiryCheck.Name, "", root));
            return findings;
        }

        asked = true;
        foreach (var role in edition.Roles)
        {
            findings.AddRange(await InquiryCheck.LookAsync(edition, role, cancellationToken));
        }

        toldOfNeighbours |= findings.Exists(finding => finding.Check == NeighbourCheck.Name);
        return findings;
    }

    /// <summary>Whether the target comes to the systems that the harness plays, after every edition was asked something.</summary>
    public async Task<IReadOnlyList<PreflightFinding>> CallbackAsync(Examination examination, CancellationToken cancellationToken) =>
        !asked ? unreached is null ? [] : [Findings.NotLookedAt(NeighbourCheck.Name, "", unreached)]
        : !toldOfNeighbours && await NeighbourCheck.CallbackAsync(examination, cancellationToken) is { } callback ? [callback] : [];

    private async Task<IReadOnlyList<PreflightFinding>> TokensAsync(Examination edition, AddressBook book, CancellationToken cancellationToken)
    {
        if (book.Root("api.auth.server") is { } silent)
        {
            return [Findings.NotLookedAt(TokenCheck.Name, "", silent)];
        }

        var (auth, driver) = (edition.Profile.Api!.Auth, edition.Target!.Api!);
        var client = string.Join('\n', auth.Method, auth.Server?.Written, auth.Client?.Written, auth.Secret?.Written);
        if (refused.TryGetValue(client, out var before))
        {
            return [Findings.NotLookedAt(TokenCheck.Name, "", before)];
        }

        var tokens = await TokenCheck.LookAsync(driver, auth, [.. driver.Operations.Select(operation => operation.Scope).Distinct()], cancellationToken);
        if (tokens.FirstOrDefault(TokenCheck.IsOfTheClient) is { } refusal)
        {
            refused[client] = refusal;
        }

        return tokens;
    }
}
