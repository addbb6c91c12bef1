using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>One thing that is wrong with a stub mapping.</summary>
/// <param name="Pointer">JSON pointer to the value.</param>
internal sealed record StubProblem(string Pointer, string Fact, string Remedy)
{
    public Problem At(string file, JsonPositions positions)
    {
        var (line, column) = positions.Of(Pointer);
        return new Problem("CF6822", file, line, column, $"{(Pointer.Length == 0 ? "/" : Pointer)}: {Fact}", Remedy);
    }
}
