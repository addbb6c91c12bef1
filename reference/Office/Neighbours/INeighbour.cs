namespace Conformance.Reference.Office.Neighbours;

/// <summary>A neighbour that is visited in rounds.</summary>
internal interface INeighbour
{
    /// <summary>What staff call it.</summary>
    string Name { get; }

    /// <summary>One visit.</summary>
    /// <returns>How many things were taken or sent.</returns>
    /// <exception cref="NeighbourException">The visit failed; what was done stays done, and the next visit goes on from there.</exception>
    Task<int> VisitAsync(CancellationToken cancellationToken);
}
