namespace Conformance.Drivers.Proposals;

/// <summary>The login form of a product.</summary>
/// <param name="Path">Relative to the base; empty where it stands at the base itself.</param>
/// <param name="Operator">Label of the field for the name.</param>
/// <param name="Password">Label of the field for the password.</param>
/// <param name="Press">Name of the button.</param>
public sealed record OfferedLogin(string Path, string Operator, string Password, string Press);
