namespace Conformance.Gherkin;

/// <summary>What the hook attributes share.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HookAttribute : Attribute
{
    /// <summary>The order of a hook that gives none.</summary>
    public const int DefaultOrder = 10000;

    private protected HookAttribute(HookKind kind, string[]? tags)
    {
        Kind = kind;
        Tags = tags ?? [];
    }

    /// <summary>Tags with or without <c>@</c>, any of which lets the hook run, or one tag expression; none: it always runs.</summary>
    public string[] Tags { get; }

    /// <summary>Hooks of a kind run in ascending order.</summary>
    public int Order { get; set; } = DefaultOrder;

    internal HookKind Kind { get; }
}
