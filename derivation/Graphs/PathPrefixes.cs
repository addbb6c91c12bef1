namespace Conformance.Derivation.Graphs;

/// <summary>The beginnings of some paths, and which of them a sequence of vertices ends with (the automaton of Aho and Corasick).</summary>
internal sealed class PathPrefixes
{
    /// <summary>No path has begun.</summary>
    public const int None = 0;

    private readonly List<Dictionary<int, int>> _longer = [[]];
    private readonly List<int> _path = [-1];
    private readonly List<int> _shorter = [None];

    public PathPrefixes(IReadOnlyList<IReadOnlyList<int>> paths)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            var at = None;
            foreach (var vertex in paths[i])
            {
                if (!_longer[at].TryGetValue(vertex, out var next))
                {
                    _longer[at][vertex] = next = _longer.Count;
                    _longer.Add([]);
                    _path.Add(-1);
                    _shorter.Add(None);
                }

                at = next;
            }

            _path[at] = i;
        }

        // In order of length, so that what is shorter is known before.
        var open = new Queue<int>(_longer[None].Values);
        while (open.TryDequeue(out var at))
        {
            foreach (var (vertex, next) in _longer[at])
            {
                _shorter[next] = Next(_shorter[at], vertex);
                open.Enqueue(next);
            }
        }
    }

    /// <summary>The longest beginning that the sequence ends with after one more vertex.</summary>
    public int Next(int prefix, int vertex)
    {
        while (true)
        {
            if (_longer[prefix].TryGetValue(vertex, out var next))
            {
                return next;
            }

            if (prefix == None)
            {
                return None;
            }

            prefix = _shorter[prefix];
        }
    }

    /// <summary>Index of the path that a beginning is the whole of; -1 for none.</summary>
    public int Path(int prefix) => _path[prefix];
}
