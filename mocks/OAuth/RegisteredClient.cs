using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>
/// A using system that is known to the authorisation server, one per system (共通機能標準仕様書 2.1版, クライアントID管理の単位). The shape of ID and
/// secret is checked by <see cref="MockHost.StartAsync"/>.
/// </summary>
/// <param name="ClientId">32 characters of 0-9, A-Z, a-z (クライアントID).</param>
/// <param name="Secret">32 characters or more (クライアントシークレット).</param>
/// <param name="BusinessId">業務ID of the using system, three digits; 独自施策システム等ID where it has none.</param>
/// <param name="AllowedScopes">Scopes it may ask for: <c>業務ID:APIコール名:操作</c>. The operation may be <c>*</c>, any, for calls of which no official text
/// names it; those are granted only when asked for by name.</param>
public sealed record RegisteredClient(string ClientId, string Secret, string BusinessId, IReadOnlyList<string> AllowedScopes)
{
    public override string ToString() => $"{ClientId} ({BusinessId}): {string.Join(' ', AllowedScopes)}";

    /// <summary>The allowed scopes that are whole.</summary>
    internal IReadOnlyList<string> WholeScopes => [.. AllowedScopes.Where(scope => !scope.EndsWith(":*", StringComparison.Ordinal))];

    /// <summary>The scopes of a token that was asked for without a scope: those of the standards, without the illustrative neighbours' where there are others.</summary>
    internal IReadOnlyList<string> DefaultScopes => WholeScopes.Except(NeighbourScopes.All).ToList() is { Count: > 0 } official ? official : WholeScopes;

    internal bool MayAskFor(string scope) =>
        AllowedScopes.Contains(scope) || (scope.LastIndexOf(':') is var colon and > 0 && AllowedScopes.Contains(scope[..colon] + ":*"));

    internal IEnumerable<Problem> Problems(string place)
    {
        if (ClientId.Length != 32 || !ClientId.All(char.IsAsciiLetterOrDigit))
        {
            yield return new Problem("CF6801", place, 0, 0, $"The client ID '{ClientId}' is not 32 characters of 0-9, A-Z, a-z.",
                "Use one that is; the standard fixes the shape.");
        }

        if (Secret.Length < 32)
        {
            yield return new Problem("CF6802", place, 0, 0, $"The secret of client '{ClientId}' has {Secret.Length} characters.", "Use 32 or more.");
        }

        if (BusinessId.Length != 3 || !BusinessId.All(char.IsAsciiDigit))
        {
            yield return new Problem("CF6803", place, 0, 0, $"The business ID '{BusinessId}' of client '{ClientId}' is not three digits.",
                "Use the 業務ID of the using system, or 000.");
        }

        foreach (var scope in AllowedScopes.Where(scope => !NeighbourScopes.All.Contains(scope) && (scope.Split(':').Length != 3 || scope.Any(char.IsWhiteSpace))))
        {
            yield return new Problem("CF6804", place, 0, 0, $"The scope '{scope}' of client '{ClientId}' is not 業務ID:APIコール名:操作.",
                "Write it like 031:app_submit/v10/jutogaishaatenabangofuban:Create.");
        }
    }
}
