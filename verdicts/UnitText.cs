using System.Text.RegularExpressions;
using Conformance.Spec;

namespace Conformance.Verdicts;

/// <summary>The unit that a ならば blames, and what its expectation rests on, as they stand in the text of the step.</summary>
public sealed partial record UnitText(string Unit, Basis Basis, string Expectation)
{
    /// <summary>Null for a step that blames nobody.</summary>
    public static UnitText? Parse(string step)
    {
        var match = Form().Match(step);
        return !match.Success ? null : new UnitText(match.Groups["unit"].Value, match.Groups["basis"].Value switch
        {
            "公式" => Basis.Official,
            "推定" => Basis.Assumed,
            "曖昧" => Basis.Ambiguous,
            _ => Basis.Illustrative,
        }, match.Groups["rest"].Value);
    }

    [GeneratedRegex("^(?:機能|手順)「(?<unit>[^」]+)」（(?<basis>公式|推定|曖昧|例示)）: (?<rest>.+)$")]
    private static partial Regex Form();
}
