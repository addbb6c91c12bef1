namespace Conformance.Reference.Office.Neighbours;

/// <summary>A neighbour that does not answer, refuses, or answers what cannot be read.</summary>
/// <param name="status">HTTP status, or 0 where there was no answer.</param>
internal sealed class NeighbourException(int status, string message) : IOException(message)
{
    public int Status { get; } = status;
}
