using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Api;

/// <summary>One value for every call: a token handed out beforehand, or user and password.</summary>
/// <param name="value">What follows the scheme in the Authorization header.</param>
public sealed class FixedTokenSource(string value) : ITokenSource
{
    /// <summary>A token that no server issued; the same everywhere, so that it can be told in evidence.</summary>
    internal const string NeverIssued = "bmV2ZXItaXNzdWVkLWJ5LWFueS1zZXJ2ZXI";

    internal static FixedTokenSource ForBasic(string user, string password, Secrets secrets)
    {
        var value = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(user + ":" + password));
        secrets.Register(value);
        return new FixedTokenSource(value);
    }

    public Task<string?> TokenAsync(Credential credential, string scope, CancellationToken cancellationToken) => Task.FromResult(credential switch
    {
        Credential.Valid => value,
        Credential.None => null,
        Credential.Unknown => NeverIssued,
        _ => throw new ProfileMismatchException("A fixed credential does not expire. To try an expired token, let the harness be the authorisation server (api.auth.server: harness)."),
    });
}
