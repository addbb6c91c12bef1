namespace Conformance.Mocks;

/// <summary>One inquiry that the target made.</summary>
/// <param name="Number">照会番号.</param>
/// <param name="Business">業務ID as sent.</param>
/// <param name="Person">宛名番号 as sent.</param>
/// <param name="Application">受付番号 as sent; null where none was.</param>
/// <param name="Answered">True once the result was fetched.</param>
public sealed record AccountInquiry(string Number, string Business, string Person, string? Application, DateTimeOffset At, bool Answered);
