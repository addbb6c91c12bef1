namespace Conformance.Gherkin;

/// <summary>
/// Makes a step's argument from its text or table. The method's result is the type it makes; in cucumber expressions it is called
/// <c>{Name}</c>, or by the short name of the type.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StepArgumentTransformationAttribute : Attribute
{
    public StepArgumentTransformationAttribute() { }

    public StepArgumentTransformationAttribute(string regex) => Regex = regex;

    /// <summary>What the text has to look like as a whole; its groups are the method's arguments. Null takes any text.</summary>
    public string? Regex { get; set; }

    /// <summary>The name in cucumber expressions.</summary>
    public string? Name { get; set; }

    /// <summary>Of several that fit, the lowest wins.</summary>
    public int Order { get; set; } = HookAttribute.DefaultOrder;
}
