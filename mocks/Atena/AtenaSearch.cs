namespace Conformance.Mocks;

/// <summary>The search behind a 照会: current and past records count (住所情報や氏名等の履歴も含めて検索), current ones are shown.</summary>
internal static class AtenaSearch
{
    /// <summary>Persons one of whose records satisfies every condition; neither the deleted nor those hidden from <paramref name="business"/>.</summary>
    public static IEnumerable<AtenaPerson> Find(IEnumerable<AtenaPerson> persons, IReadOnlyList<AtenaCondition> conditions, string? business)
    {
        var folded = conditions.Select(condition => condition with { Value = RequestContent.Fold(condition.Value) }).ToList();
        return persons.Where(person => !person.Deleted && !person.HiddenFrom(business)
            && person.States.Exists(state => folded.TrueForAll(condition => Holds(person, state, condition))));
    }

    private static bool Holds(AtenaPerson person, AtenaState state, AtenaCondition condition)
    {
        var stored = condition.Member == AtenaItems.NumberMember ? person.Number : state.Members.GetValueOrDefault(condition.Member);
        if (stored is null)
        {
            return false;
        }

        var value = RequestContent.Fold(stored);
        return condition.Partial ? value.Contains(condition.Value, StringComparison.Ordinal) : value == condition.Value;
    }
}
