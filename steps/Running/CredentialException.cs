namespace Conformance.Steps.Running;

/// <summary>The target refused a credential that should be valid: nothing can be said about the product (cause: configuration).</summary>
public sealed class CredentialException(string exchange)
    : Exception($"「{exchange}」 was refused as unauthorised although its credential is valid. Check client, secret, scope and the clock of the target.");
