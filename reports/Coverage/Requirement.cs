namespace Conformance.Reports.Coverage;

/// <summary>One line of a coverage report: something that a run can show.</summary>
/// <param name="Hits">Conforming scenarios that showed it.</param>
internal sealed record Requirement(string Text, int Hits);

/// <summary>A function, a flow or a data group with what can be shown of it.</summary>
/// <param name="Name">As a reader of the coverage report finds it.</param>
/// <param name="File">Of the text that the report shows beside the hits; relative, with forward slashes.</param>
internal sealed record RequirementSet(string Name, string File, IReadOnlyList<Requirement> Requirements);
