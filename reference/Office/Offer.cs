using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>What an application offers: its own operations, one that it declares beside the standard, and what faults add, take away and hide.</summary>
internal sealed class Offer(Desk desk, IReadOnlyList<Operation> own)
{
    /// <summary>Path and title of the declared addition.</summary>
    private static readonly (string Path, string Title) Addition = ("dokuji-shukei", "独自集計");

    public IReadOnlyList<Operation> Operations { get; } =
    [
        .. own.Where(operation => !desk.Behaviour.On.Any(fault => fault.Lacks == operation.Path)),
        .. desk.Behaviour.On.Select(fault => fault.Adds).OfType<(string Path, string Title)>().Concat(desk.Behaviour.Varies(OfficeVariants.DeclaredAddition) ? [Addition] : [])
            .Select(added => desk.Look(added.Path, added.Title, "", "kensu", _ => [new Items.Row { ["kensu"] = "0" }]) with { Group = "集計" }),
    ];

    /// <summary>What the description of the API names.</summary>
    public IEnumerable<Operation> Described => Operations.Where(operation => !desk.Behaviour.On.Any(fault => fault.Hides == operation.Path));
}
