namespace Conformance.Mocks;

/// <summary>A system that is there and not played: what a target sends is passed on, and request and answer are journalled as those of a played one.</summary>
/// <param name="Name">Of the played system whose paths it has, or any other.</param>
/// <param name="At">Its own address.</param>
/// <param name="Paths">Beginnings of its paths; empty: those of the played system of this name.</param>
public sealed record ObservedNeighbour(string Name, Uri At, IReadOnlyList<string> Paths)
{
    internal StubProxy Proxy { get; } = new(At.ToString().TrimEnd('/'), [], new HashSet<string>(), "");
}
