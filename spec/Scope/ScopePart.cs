namespace Conformance.Spec.Scope;

/// <summary>対象範囲: a node of the tree of business that a standard covers or leaves out.</summary>
/// <param name="InScope">False where the standard leaves it out (対象外); then <paramref name="Reason"/> says why.</param>
/// <param name="Functions">機能ID of the functions that stand for it.</param>
public sealed record ScopePart(string Name, bool InScope, string Reason, IReadOnlyList<string> Functions, IReadOnlyList<ScopePart> Parts, int Line)
{
    /// <summary>This part and all below, parents first.</summary>
    public IEnumerable<ScopePart> Walk() => Parts.SelectMany(part => part.Walk()).Prepend(this);
}
