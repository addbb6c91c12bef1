namespace Conformance.Drivers.Api;

/// <summary>Gives the tokens that go with calls: from an authorisation server, or from the harness where it plays one.</summary>
public interface ITokenSource
{
    /// <summary>The token for a call; null for a call without one.</summary>
    /// <param name="scope"><c>業務ID:APIコール名:操作</c>, such as <c>031:app_submit/v10/jutogaishaatenabangofuban:Create</c>; empty where the
    /// profile and the standard name none.</param>
    /// <exception cref="TargetUnreachableException">The authorisation server does not answer, or gives no token.</exception>
    /// <exception cref="ProfileMismatchException">The source cannot make such a token.</exception>
    Task<string?> TokenAsync(Credential credential, string scope, CancellationToken cancellationToken);
}
