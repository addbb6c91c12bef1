namespace Conformance.Mocks;

/// <summary>A stub that passes the request on.</summary>
/// <param name="Base">proxyBaseUrl, without a slash at the end.</param>
/// <param name="Added">additionalProxyRequestHeaders.</param>
/// <param name="Removed">removeProxyRequestHeaders, in lower case.</param>
/// <param name="Prefix">proxyUrlPrefixToRemove.</param>
internal sealed record StubProxy(string Base, IReadOnlyList<KeyValuePair<string, string>> Added, IReadOnlySet<string> Removed, string Prefix);
