namespace Conformance.Gherkin;

/// <summary>Text and arguments of a step.</summary>
public sealed class StepInfo
{
    internal StepInfo(PickleStep step) => Step = step;

    public string Text => Step.Text;

    public DataTable? Table => Step.Table is { } table ? DataTable.Of(table) : null;

    public string? MultilineText => Step.DocString?.Content;

    public ScenarioBlock StepDefinitionType => Step.Kind switch
    {
        StepKind.Context => ScenarioBlock.Given,
        StepKind.Action => ScenarioBlock.When,
        StepKind.Outcome => ScenarioBlock.Then,
        _ => ScenarioBlock.None,
    };

    /// <summary>The compiled step. Not in Reqnroll.</summary>
    public PickleStep Step { get; }
}
