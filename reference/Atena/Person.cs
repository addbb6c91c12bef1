namespace Conformance.Reference.Atena;

/// <summary>One 住登外者. Not safe for concurrent use: <see cref="AtenaRegister"/> guards it.</summary>
/// <param name="number">The 宛名番号, for life.</param>
/// <param name="owner">業務ID of the business that registered the person.</param>
internal sealed class Person(string number, string owner)
{
    public string Number => number;

    public string Owner => owner;

    /// <summary>States that came into force; the last one is the current record.</summary>
    public List<State> InForce { get; } = [];

    /// <summary>States that a search looks at.</summary>
    public List<State> Searchable { get; } = [];

    /// <summary>更新履歴.</summary>
    public List<State> History { get; } = [];

    /// <summary>Number of writes so far.</summary>
    public int Writes { get; set; }

    /// <summary>The record in force.</summary>
    public State Current => InForce[^1];
}
