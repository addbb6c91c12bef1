namespace Conformance.Gherkin;

/// <summary>
/// Limits step definitions and hooks to scenarios. All that one attribute names has to hold; of several attributes, one is enough. Where
/// definitions with and without a scope match, the one whose scope names more wins.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScopeAttribute : Attribute
{
    /// <summary>A tag with or without <c>@</c>, or a tag expression.</summary>
    public string? Tag { get; set; }

    /// <summary>Title of a feature.</summary>
    public string? Feature { get; set; }

    /// <summary>Title of a scenario.</summary>
    public string? Scenario { get; set; }
}
