namespace Conformance.Reference;

/// <summary>A difference that the specification permits and that nobody may call a fault.</summary>
/// <param name="Id">Readable and stable, for example <c>V02-time-without-seconds</c>.</param>
/// <param name="What">One line: what the application does differently.</param>
/// <param name="Permission">Where the specification permits it, or leaves it open.</param>
public sealed record PermittedVariant(string Id, string What, string Permission);
