namespace Conformance.Spec.Comparison;

/// <summary>One thing in which two editions differ.</summary>
/// <param name="Id">機能ID, flow ID, データ項目ID, コードID, or name of an interface, in the new edition; where the thing is gone, in the old one.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Aspect">What of it changed, in the words of the standard: 要旨, 指定都市, 作業②, 桁数, …; empty for the whole thing.</param>
/// <param name="Before">Empty where it was not there.</param>
/// <param name="After">Empty where it is not there any more.</param>
public sealed record Difference(StandardPart Part, DifferenceKind Kind, string Id, string Name, string Aspect, string Before, string After)
{
    /// <summary>Of a renumbering that was recognised by content: how much of the content is the same, 0 to 1. Null where the ID decides.</summary>
    public double? Confidence { get; init; }

    /// <summary>For interfaces: whether a client built for the old edition can still talk to a provider of the new one.</summary>
    public Compatibility Client { get; init; }

    /// <summary>For interfaces: whether a provider built for the old edition can still serve a client of the new one.</summary>
    public Compatibility Provider { get; init; }
}
