namespace Conformance.Drivers.Api;

/// <summary>An operation of the product, as an exchange of the standard is mapped to it.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">Relative to the base; may hold <c>{items}</c>.</param>
/// <param name="Scope">OAuth scope that its token is asked for.</param>
/// <param name="FromRoot">The path from the root of the server.</param>
public sealed record MappedOperation(string Exchange, string Method, string Path, string Scope, string FromRoot)
{
    /// <summary>Items of the call stand in its path, so that what is there depends on them.</summary>
    public bool HasItems => Path.Contains('{', StringComparison.Ordinal);
}
