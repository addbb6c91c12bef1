using Conformance.Spec;

namespace Conformance.Drivers.Recording;

/// <summary>What a person answered about a walk, and what they are still to be asked. A walk is read again with the answers until none is missing.</summary>
public sealed class WalkAnswers
{
    private readonly Dictionary<string, int?> given = new(StringComparer.Ordinal);
    private readonly List<(Bilingual Question, IReadOnlyList<string> Choices)> pending = [];

    /// <summary>Questions of the last reading that nobody has answered.</summary>
    public IReadOnlyList<(Bilingual Question, IReadOnlyList<string> Choices)> Pending => pending;

    /// <param name="choice">Null: the person does not know.</param>
    public void Answer(Bilingual question, int? choice)
    {
        given[question.Ja] = choice;
        pending.RemoveAll(asked => asked.Question.Ja == question.Ja);
    }

    /// <returns>Index of the choice; null where nobody knows, or nobody was asked yet.</returns>
    internal int? Choose(Bilingual question, IReadOnlyList<string> choices)
    {
        if (given.TryGetValue(question.Ja, out var choice))
        {
            return choice < choices.Count ? choice : null;
        }

        if (!pending.Exists(asked => asked.Question.Ja == question.Ja))
        {
            pending.Add((question, choices));
        }

        return null;
    }
}
