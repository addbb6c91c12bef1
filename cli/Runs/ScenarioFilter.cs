using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Cli.Runs;

/// <summary>What <c>--filter</c> means: a tag expression where it has a <c>@</c>, else a function or flow step, or a part of the scenario's ID or name.</summary>
internal static class ScenarioFilter
{
    /// <exception cref="BadInputException">CF6022: no tag expression.</exception>
    public static Func<Pickle, bool> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return _ => true;
        }

        if (!text.Contains('@', StringComparison.Ordinal))
        {
            if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => word is "and" or "or" or "not"))
            {
                throw new BadInputException(new Problem("CF6022", "--filter", 0, 0, $"「{text}」 joins words that are no tags.", "Tags begin with @: @機能:0310001 or @機能:0310002; of a flow step @手順:031-1-④."));
            }

            return pickle => pickle.Name.Contains(text, StringComparison.Ordinal) || pickle.HasTag(UnitTags.Of(VerdictUnit.Function, text)) || pickle.HasTag(UnitTags.Of(VerdictUnit.FlowStep, text));
        }

        try
        {
            var expression = TagExpression.Parse(text);
            return expression.Matches;
        }
        catch (FormatException e)
        {
            throw new BadInputException(new Problem("CF6022", "--filter", 0, 0, e.Message, "Write tags with and, or, not and brackets: @機能:0310001 and not @ui."));
        }
    }
}
