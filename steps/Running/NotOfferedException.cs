namespace Conformance.Steps.Running;

/// <summary>The profile maps the exchange to nothing, so nothing was tried: 未検証, cause profile.</summary>
public sealed class NotOfferedException(string exchange)
    : Exception($"The profile maps 「{exchange}」 neither to an API nor to a screen.");
