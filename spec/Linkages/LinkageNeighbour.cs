namespace Conformance.Spec.Linkages;

/// <summary>A linkage and the other standard that it leads to.</summary>
/// <param name="There">The other standard's side of it, recognised by ID or name; null where it has none.</param>
public sealed record LinkageNeighbour(Linkage Linkage, Standard Other, Linkage? There)
{
    /// <summary>Every linkage of a standard that leads to one of the others. A consumer such as 「他業務の標準準拠システム」 leads to none in particular.</summary>
    public static IEnumerable<LinkageNeighbour> Of(Standard standard, IReadOnlyList<Standard> others) =>
        from linkage in standard.Linkages
        from other in others
        where other.Id != standard.Id && (IsOwn(other, linkage.Provider) || IsOwn(other, linkage.Consumer))
        select new LinkageNeighbour(linkage, other, other.Linkages.FirstOrDefault(there => there.Id == linkage.Id || there.Name == linkage.Name));

    /// <summary>Whether a name of a system is that of a standard: one of its lanes that a product plays, or its name with 「システム」.</summary>
    public static bool IsOwn(Standard standard, string system)
    {
        var name = standard.Name.Split('（')[0];
        return standard.Roles.Any(role => role.Name == system) || system == name || system == name + "システム";
    }
}
