using Conformance.Derivation.Runs;
using Conformance.Reports.Html;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>The flows of a run's standard as the report draws them.</summary>
internal static class FlowPictures
{
    /// <returns>None where the standard is not at hand any more: the report then shows the results without drawings.</returns>
    public static IReadOnlyList<FlowPicture> Of(RunResult run)
    {
        try
        {
            var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, run.Run.Standard, run.Run.Edition);
            var role = standard.Role(run.Run.Role);
            return [.. standard.Flows.Where(flow => flow.Nodes.Any(node => node.Lane == role.Name)).Select(flow => Of(standard, role, flow))];
        }
        catch (BadInputException)
        {
            return [];
        }
    }

    /// <summary>All flows of a standard, for nobody's part in them: a task bears the function that stands on it.</summary>
    public static IReadOnlyList<FlowPicture> Of(Standard standard) => [.. standard.Flows.Select(flow => Of(standard, null, flow))];

    private static FlowPicture Of(Standard standard, RoleContracts? role, Flow flow) => new(
        flow.Id, flow.Name, File.ReadAllText(Path.Combine(standard.Folder, flow.File)),
        [.. flow.Nodes.Where(node => node.IsTask).Select(node => new FlowPictureTask(node.Id, node.Name, node.Lane, role is not null && node.Lane != role.Name ? "" : role?.Unit == VerdictUnit.FlowStep ? node.Step : node.Function))],
        [.. flow.Edges.Select(edge => new FlowPictureEdge(edge.Id, edge.From, edge.To, edge.Name))],
        [.. RunFinder.Find(standard, flow).GroupBy(path => path.Path).Select(same => new FlowPicturePath(same.Key, [.. same.SelectMany(path => Elements(flow, path)).Distinct()]))]);

    // A run that jumps goes on in another flow, which is not drawn here.
    private static IEnumerable<string> Elements(Flow flow, FlowRun path) =>
        path.Nodes.Where(node => flow.Nodes.Contains(node)).Select(node => node.Id).Concat(path.Edges.Where(taken => flow.Edges.Any(edge => edge.Id == taken)));
}
