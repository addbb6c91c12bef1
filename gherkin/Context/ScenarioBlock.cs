namespace Conformance.Gherkin;

/// <summary>Which part of a scenario is being run.</summary>
public enum ScenarioBlock
{
    None,
    Given,
    When,
    Then,
}
