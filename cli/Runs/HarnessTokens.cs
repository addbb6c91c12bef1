using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Mocks;

namespace Conformance.Cli.Runs;

/// <summary>Tokens for calls to a target that asks the harness's authorisation server about them.</summary>
internal sealed class HarnessTokens(AuthorisationServer server, string clientId) : ITokenSource
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> valid = new(StringComparer.Ordinal);

    public Task<string?> TokenAsync(Credential credential, string scope, CancellationToken cancellationToken) => Task.FromResult(credential switch
    {
        Credential.None => null,
        Credential.Unknown => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)),
        Credential.Expired => Expired(scope),
        _ => Valid(scope),
    });

    private string? Valid(string scope)
    {
        lock (gate)
        {
            if (!valid.TryGetValue(scope, out var token))
            {
                valid[scope] = token = server.Issue(clientId, scope, Lifetime).Value;
            }

            return token;
        }
    }

    private string? Expired(string scope)
    {
        var token = server.Issue(clientId, scope, Lifetime);
        server.Expire(token);
        return token.Value;
    }
}
