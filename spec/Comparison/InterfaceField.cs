namespace Conformance.Spec.Comparison;

/// <summary>One value that crosses an interface.</summary>
/// <param name="Path">Where it stands in the message: <c>result[].atenabango</c>, or <c>?page</c> for a parameter.</param>
/// <param name="Length">Longest permitted, in characters; null where unlimited.</param>
/// <param name="Values">Permitted values; empty where any is.</param>
public sealed record InterfaceField(string Path, string Title, string Type, int? Length, IReadOnlyList<string> Values, bool Required);
