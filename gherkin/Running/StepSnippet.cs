using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Gherkin;

/// <summary>The step definition that a step without one asks for, in C#.</summary>
public static partial class StepSnippet
{
    /// <summary>A method with a cucumber expression for the step; quoted text and numbers become parameters.</summary>
    public static string For(PickleStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var attribute = step.Kind switch
        {
            StepKind.Context => "Given",
            StepKind.Action => "When",
            StepKind.Outcome => "Then",
            _ => "StepDefinition",
        };
        var parameters = new List<string>();
        var expression = Argument().Replace(Escape(step.Text), match =>
        {
            var (name, type) = TypeOf(match);
            parameters.Add($"{type} p{parameters.Count + 1}");
            return $"{{{name}}}";
        });
        if (step.Table is not null)
        {
            parameters.Add("DataTable table");
        }

        if (step.DocString is not null)
        {
            parameters.Insert(step.DocString.Order == 1 ? Math.Max(0, parameters.Count - 1) : parameters.Count, "string text");
        }

        var literal = expression.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return new StringBuilder()
            .Append('[').Append(attribute).Append("(\"").Append(literal).AppendLine("\")]")
            .Append("public void ").Append(NameOf(step.Text)).Append('(').AppendJoin(", ", parameters).AppendLine(")")
            .AppendLine("{")
            .AppendLine("    throw new PendingStepException();")
            .Append('}')
            .ToString();
    }

    internal static string Undefined(Pickle pickle, PickleStep step) =>
        $"{pickle.Uri}({step.Position.Line},{step.Position.Column}): no step definition fits 「{step.Text}」. Add one:\n{For(step)}";

    internal static string Ambiguous(Pickle pickle, PlannedStep.OfStep step)
    {
        var lines = step.Matches.Select(match =>
            $"  「{match.Definition.Expression.Source}」 {match.Definition.Method.Name} {match.Definition.Method.Place.File}:{match.Definition.Method.Place.Line}");
        return $"{pickle.Uri}({step.Step.Position.Line},{step.Step.Position.Column}): {step.Matches.Count} step definitions fit 「{step.Step.Text}」. Make all but one more specific, or give them a [Scope]:\n{string.Join('\n', lines)}";
    }

    private static (string Name, string Type) TypeOf(Match match) =>
        match.Groups["quoted"].Success ? ("string", "string")
        : match.Groups["date"].Success ? ("日付", "DateOnly")
        : match.Groups["amount"].Success ? ("金額", "decimal")
        : match.Groups["time"].Success ? ("時刻", "TimeOnly")
        : match.Value.Contains('.', StringComparison.Ordinal) ? ("float", "float") : ("int", "int");

    private static string Escape(string text) => Special().Replace(text, @"\$0");

    // The words of the text outside quotes; what C# does not allow in a name is left out.
    private static string NameOf(string text)
    {
        var name = NoName().Replace(Argument().Replace(text, " "), "_").Trim('_');
        return name.Length == 0 ? "Step" : char.IsDigit(name[0]) ? "_" + name : name;
    }

    [GeneratedRegex("""(?<quoted>"[^"]*"|「[^「」]*」)|(?<date>""" + JapaneseDate.Pattern + """)|(?<amount>[-－]?[\d,，]+(?:[.．]\d+)?円)|(?<time>""" + ParameterTypes.ClockTime + """)|(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])|(?<=[^\x00-\x7F])\d+""")]
    private static partial Regex Argument();

    [GeneratedRegex(@"[(){}/\\]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[^\p{L}\p{Nd}_]+")]
    private static partial Regex NoName();
}
