namespace Conformance.Reports.Living;

/// <summary>A scenario as it stands in <c>features/</c>.</summary>
/// <param name="Role">Slug of the role it is derived for.</param>
/// <param name="Units">Function IDs or flow steps that it blames.</param>
public sealed record LivingScenario(string Id, string Name, string Role, IReadOnlyList<string> Units, IReadOnlyList<string> Tags, IReadOnlyList<LivingStep> Steps);

/// <param name="Table">Rows of cells; empty where the step has none.</param>
public sealed record LivingStep(string Keyword, string Text, IReadOnlyList<IReadOnlyList<string>> Table);
