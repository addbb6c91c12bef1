namespace Conformance.Drivers.Recording;

/// <summary>The exchange whose screens a person walks through, and what is known of its items.</summary>
/// <param name="Takes">Items that go in, searched ones included.</param>
/// <param name="Keeps">Items of the answer that are needed afterwards.</param>
/// <param name="Reads">It reads and changes nothing.</param>
/// <param name="Samples">Item to the value that the person was offered, as the standard writes it.</param>
/// <param name="Codes">Item to its code list, value to meaning, where it has one.</param>
public sealed record WalkSubject(string Name, IReadOnlyList<string> Takes, IReadOnlyList<string> Keeps, bool Reads,
    IReadOnlyDictionary<string, string> Samples, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes);
