using Ast = global::Gherkin.Ast;

namespace Conformance.Gherkin;

/// <summary>
/// Numbers of the nodes of one document, from zero, in the order the official implementations hand them out: a node after its
/// children, tags after examples.
/// </summary>
public sealed class AstNumbers
{
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);

    private AstNumbers() { }

    /// <summary>How many nodes have a number.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of a step, scenario, background, rule, row, tag or examples of the document.</summary>
    /// <exception cref="KeyNotFoundException">The node is of another document or of a kind without a number.</exception>
    public int this[object node] => _numbers[node];

    internal static AstNumbers Of(Ast.GherkinDocument document)
    {
        var numbers = new AstNumbers();
        if (document.Feature is { } feature)
        {
            numbers.AddChildren(feature.Children);
            numbers.AddAll(feature.Tags);
        }

        return numbers;
    }

    private void AddChildren(IEnumerable<Ast.IHasLocation> children)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Ast.Rule rule:
                    AddChildren(rule.Children);
                    AddAll(rule.Tags);
                    break;
                case Ast.Scenario scenario:
                    AddSteps(scenario);
                    AddExamples(scenario);
                    AddAll(scenario.Tags);
                    break;
                case Ast.Background background:
                    AddSteps(background);
                    break;
            }

            Add(child);
        }
    }

    private void AddSteps(Ast.StepsContainer container)
    {
        foreach (var step in container.Steps)
        {
            AddAll(step.DataTable?.Rows ?? []);
            Add(step);
        }
    }

    private void AddExamples(Ast.Scenario scenario)
    {
        foreach (var examples in scenario.Examples)
        {
            if (examples.TableHeader is { } header)
            {
                Add(header);
            }

            AddAll(examples.TableBody ?? []);
            AddAll(examples.Tags);
            Add(examples);
        }
    }

    private void AddAll(IEnumerable<object> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node);
        }
    }

    private void Add(object node) => _numbers.Add(node, _numbers.Count);
}
