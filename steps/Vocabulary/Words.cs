namespace Conformance.Steps.Vocabulary;

/// <summary>Beginnings that many steps share.</summary>
internal static class Words
{
    /// <summary>The unit that a ならば blames and what it rests on; read from the text of the step by the judge.</summary>
    public const string Blame = "^(?:機能|手順)「[^」]+」（(?:公式|推定|曖昧|例示)）: ";
}
