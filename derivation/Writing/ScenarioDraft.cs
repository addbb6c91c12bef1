using Conformance.Spec;

namespace Conformance.Derivation.Writing;

/// <summary>A scenario, or an outline with its examples, before it is written.</summary>
/// <param name="Id">Stable: role, unit or flow, check, data. An outline's ID holds placeholders such as &lt;ID&gt;.</param>
/// <param name="Flow">Flow and path it comes from; null for checks of a contract.</param>
public sealed record ScenarioDraft(string Id, string Title, IReadOnlyList<StepDraft> Steps)
{
    public (string Flow, string Path, string Class)? Flow { get; init; }

    /// <summary>Surfaces on which it can run: <c>api</c>, <c>ui</c>. Ignored where <see cref="Examples"/> say it per row.</summary>
    public IReadOnlyList<string> Surfaces { get; init; } = ["api"];

    /// <summary>Runs alone, because it says something about everything that is stored.</summary>
    public bool Exclusive { get; init; }

    public ExampleTable? Examples { get; init; }
}

/// <param name="Keyword">前提, もし, ならば or かつ.</param>
/// <param name="Text">Without the unit that it blames.</param>
/// <param name="Unit">The one unit that the step blames; null where it asserts nothing.</param>
/// <param name="Table">Rows of a data table, header first.</param>
public sealed record StepDraft(string Keyword, string Text, string? Unit = null, Basis Basis = Basis.Official, string Source = "")
{
    public IReadOnlyList<IReadOnlyList<string>> Table { get; init; } = [];

    /// <summary>Takes the basis from the outline's column 根拠.</summary>
    public bool BasisFromExample { get; init; }
}

/// <param name="Rows">Each with the surfaces it runs on.</param>
public sealed record ExampleTable(IReadOnlyList<string> Header, IReadOnlyList<ExampleRow> Rows);

public sealed record ExampleRow(IReadOnlyList<string> Cells, IReadOnlyList<string> Surfaces);
