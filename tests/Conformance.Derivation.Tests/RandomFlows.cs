using Conformance.Spec.Flows;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Derivation.Tests;

/// <summary>Flows by chance.</summary>
internal static class RandomFlows
{
    /// <summary>Block-structured flows with the number of runs that their structure needs.</summary>
    public static Gen<(Flow Flow, int Runs)> Structured => Block(4).Select(block =>
    {
        var (nodes, edges, count) = (new List<string> { "start", "end" }, new List<string>(), 0);
        var (first, last) = Build(block, nodes, edges, ref count);
        edges.AddRange([$"start-{first}", $"{last}-end"]);
        return (Sketch.Flow(string.Join(' ', nodes) + " : " + string.Join(' ', edges)), Needed(block));
    });

    /// <summary>Any graph of gateways and tasks, sound or not, with cycles.</summary>
    public static Gen<Flow> Unstructured(params string[] kinds) =>
        Gen.Choose(2, 9).SelectMany(size => Gen.Elements(kinds).ArrayOf(size).SelectMany(chosen => Gen.Choose(0, 4).ArrayOf(size * size).Select(matrix =>
        {
            var names = chosen.Select((kind, i) => $"{kind}{i}").ToList();
            var edges = from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, size) where i != j && matrix[(i * size) + j] == 0 select $"{names[i]}-{names[j]}";
            return Sketch.Flow($"start {string.Join(' ', names)} end : start-{names[0]} {names[^1]}-end {string.Join(' ', edges)}");
        })));

    private abstract record Part
    {
        public sealed record Task : Part;

        public sealed record Several(string Kind, IReadOnlyList<Part> Parts) : Part;
    }

    private static Gen<Part> Block(int depth)
    {
        var task = Gen.Constant((Part)new Part.Task());
        return depth == 0 ? task : Gen.Frequency((2, task),
            (5, Gen.Elements("seq", "xor", "and", "or", "loop").SelectMany(kind => Gen.Choose(kind == "loop" ? 1 : 2, kind == "loop" ? 1 : 3).SelectMany(count => Block(depth - 1).ListOf(count)).Select(parts => (Part)new Part.Several(kind, [.. parts])))));
    }

    // Sequence and parallel: the most that a part needs. Exclusive: the sum. A loop can be gone round until everything in it is covered.
    private static int Needed(Part part) => part switch
    {
        Part.Several { Kind: "xor" } several => several.Parts.Sum(Needed),
        Part.Several { Kind: "loop" } => 1,
        Part.Several several => several.Parts.Max(Needed),
        _ => 1,
    };

    private static (string First, string Last) Build(Part part, List<string> nodes, List<string> edges, ref int count)
    {
        var number = ++count;
        if (part is not Part.Several several)
        {
            nodes.Add($"t{number}");
            return ($"t{number}", $"t{number}");
        }

        var ends = new List<(string First, string Last)>();
        foreach (var inner in several.Parts)
        {
            ends.Add(Build(inner, nodes, edges, ref count));
        }

        if (several.Kind == "seq")
        {
            edges.AddRange(ends.Zip(ends.Skip(1), (a, b) => $"{a.Last}-{b.First}"));
            return (ends[0].First, ends[^1].Last);
        }

        var kind = several.Kind == "loop" ? "xor" : several.Kind;
        var (open, close) = ($"{kind}{number}a", $"{kind}{number}b");
        nodes.AddRange([open, close]);
        edges.AddRange(ends.SelectMany(end => new[] { $"{open}-{end.First}", $"{end.Last}-{close}" }));
        if (several.Kind == "loop")
        {
            edges.Add($"{close}-{open}");
        }

        return (open, close);
    }
}
