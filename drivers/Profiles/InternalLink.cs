namespace Conformance.Drivers.Profiles;

/// <summary>A linkage between two roles that the product plays as one package, and that an official text therefore exempts.</summary>
/// <param name="From">The role that calls; what it asks and sends there is 適用対象外.</param>
/// <param name="To">The role that is called. Its own functions stay required: systems of other vendors may link to them.</param>
/// <param name="Reason">Why the two are one package.</param>
/// <param name="Citation">Document, edition and section that exempts it.</param>
public sealed record InternalLink(string From, string To, string Reason, string Citation, SourcePosition At);
