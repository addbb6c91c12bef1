namespace Conformance.Mocks;

/// <summary>One state of a person in the neighbour's own store.</summary>
/// <param name="Number">宛名番号.</param>
/// <param name="Serial">履歴番号, 1 for the oldest.</param>
/// <param name="Kind">履歴区分: toroku, henko, sakujo, nayose, nayosekaijo.</param>
/// <param name="Items">Item name as the standard prints it, to value.</param>
public sealed record StoredRecord(string Number, int Serial, string Kind, IReadOnlyDictionary<string, string> Items);
