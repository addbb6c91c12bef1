namespace Conformance.Reference.Atena;

/// <summary>One entry of 名寄せ履歴.</summary>
/// <param name="Kind"><c>nayose</c> or <c>nayosekaijo</c>.</param>
/// <param name="From">Number of 名寄せ元.</param>
/// <param name="To">Number of 名寄せ先.</param>
/// <param name="Operation">操作者ID, 操作年月日 and 操作時刻 by name.</param>
/// <param name="At">When it was written.</param>
internal sealed record LinkEvent(string Kind, string From, string To, IReadOnlyDictionary<string, string> Operation, DateTimeOffset At);
