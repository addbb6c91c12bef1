namespace Conformance.Gherkin;

/// <summary>A method with one of its hook attributes.</summary>
public sealed class Hook
{
    internal Hook(int number, HookKind kind, int order, BindingMethod method, HookFilter filter, BindingScope scope)
    {
        Number = number;
        Kind = kind;
        Order = order;
        Method = method;
        Filter = filter;
        Scope = scope;
    }

    /// <summary>From zero, in the order in which steps and hooks are written.</summary>
    public int Number { get; }

    public HookKind Kind { get; }

    public int Order { get; }

    public BindingMethod Method { get; }

    /// <summary>The tags it is limited to, as a tag expression; null for none.</summary>
    public string? TagExpression => Filter.Text;

    internal HookFilter Filter { get; }

    internal BindingScope Scope { get; }

    internal bool AppliesTo(Pickle pickle) => Filter.Matches(pickle) && Scope.Weight(pickle) is not null;
}
