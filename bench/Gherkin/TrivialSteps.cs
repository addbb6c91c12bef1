using Conformance.Gherkin;

namespace Conformance.Bench.Gherkin;

/// <summary>The same five steps as in <c>cucumber-js/steps.cjs</c>.</summary>
[Binding]
public sealed class TrivialSteps
{
    private int _count;
    private string _name = "";

    [Given("there are {int} people")]
    public void There(int count) => _count = count;

    [Given("one of them is {string}")]
    public void One(string name) => _name = name;

    [When("{string} moves in")]
    public void Moves(string name) => _count += name == _name ? 0 : 1;

    [When("{int} more people move in")]
    public void More(int count) => _count += count;

    [Then("there are {int} people in all")]
    public void All(int count)
    {
        if (_count != count)
        {
            throw new InvalidOperationException($"{_count} instead of {count}");
        }
    }
}
