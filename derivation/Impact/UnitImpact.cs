namespace Conformance.Derivation.Impact;

/// <summary>What a revision does to one 機能ID or flow step.</summary>
/// <param name="Role">Lane that the target plays.</param>
/// <param name="Unit">In the new edition; where the unit is gone, in the old one.</param>
/// <param name="OldUnit">ID in the old edition; empty where the unit is new.</param>
/// <param name="TextChanged">Its sentence, class or date changed, whether or not a scenario did.</param>
public sealed record UnitImpact(string Role, string Unit, string OldUnit, string Name, int New, int Changed, int Gone, int Untouched, bool TextChanged)
{
    /// <summary>What becomes of a verdict that was given on the old edition.</summary>
    public VerdictValidity Validity =>
        New + Changed + Untouched == 0 ? Gone > 0 ? VerdictValidity.Gone : TextChanged ? VerdictValidity.Review : VerdictValidity.Valid
        : Untouched == 0 ? VerdictValidity.Stale
        : New + Changed > 0 ? VerdictValidity.Partial
        : TextChanged ? VerdictValidity.Review
        : VerdictValidity.Valid;
}
