namespace Conformance.Derivation.Tokens;

/// <summary>What can come after what in a net when a token alone is followed, whether or not other tokens it meets are there.</summary>
internal sealed class NetReach
{
    private readonly ulong[][] _after;

    public NetReach(TokenNet net)
    {
        var count = net.Transitions.Count;
        var next = new List<int>[count];
        var completions = net.Transitions.Where(transition => transition.Empty >= 0).ToLookup(transition => transition.Empty);
        var previous = new List<int>[count];
        for (var t = 0; t < count; t++)
        {
            (next[t], previous[t]) = ([], []);
        }

        for (var t = 0; t < count; t++)
        {
            var followers = new SortedSet<int>();
            foreach (var place in net.Transitions[t].Out)
            {
                followers.UnionWith(net.Takers[place]);
            }

            // What takes the last token out of a scope lets the scope be completed.
            foreach (var scope in net.Transitions[t].In.Select(place => net.ScopeOf[place]).Append(net.Transitions[t].Clears).Where(scope => scope >= 0).Distinct())
            {
                if (net.Transitions[t].Empty != scope && !net.Transitions[t].Out.Any(place => net.Holds[place] && net.ScopeOf[place] == scope))
                {
                    followers.UnionWith(completions[Completed(net, scope, completions)].Select(transition => transition.Index));
                }
            }

            next[t].AddRange(followers);
            foreach (var follower in followers)
            {
                previous[follower].Add(t);
            }
        }

        _after = Closure(next);
        Distance = new int[count];
        Array.Fill(Distance, int.MaxValue);
        var open = new Queue<int>(net.Transitions.Where(transition => transition.Empty == 0).Select(transition => transition.Index));
        foreach (var last in open)
        {
            Distance[last] = 0;
        }

        while (open.TryDequeue(out var at))
        {
            foreach (var before in previous[at].Where(before => Distance[before] == int.MaxValue))
            {
                Distance[before] = Distance[at] + 1;
                open.Enqueue(before);
            }
        }
    }

    /// <summary>Steps to the end of the process, by transition; <see cref="int.MaxValue"/> where no end is reached.</summary>
    public int[] Distance { get; }

    /// <summary>Whether the second transition can come after the first one.</summary>
    public bool After(int first, int second) => (_after[first][second >> 6] >> (second & 63) & 1) != 0;

    /// <summary>Whether one of the marked transitions can come after the given one.</summary>
    public bool AnyAfter(int first, ulong[] marked)
    {
        var after = _after[first];
        for (var i = 0; i < after.Length; i++)
        {
            if ((after[i] & marked[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // A process among several is not completed by itself, but with all of them.
    private static int Completed(TokenNet net, int scope, ILookup<int, Transition> completions)
    {
        while (!completions.Contains(scope) && net.Parent[scope] >= 0)
        {
            scope = net.Parent[scope];
        }

        return scope;
    }

    private static ulong[][] Closure(List<int>[] next)
    {
        var after = next.Select(_ => new ulong[(next.Length + 63) / 64]).ToArray();
        for (var t = 0; t < next.Length; t++)
        {
            foreach (var follower in next[t])
            {
                after[t][follower >> 6] |= 1UL << (follower & 63);
            }
        }

        // Backwards first: most flows are drawn in the order in which they are gone through, so one or two rounds are enough.
        for (var grown = true; grown;)
        {
            grown = false;
            for (var t = next.Length - 1; t >= 0; t--)
            {
                foreach (var follower in next[t])
                {
                    for (var i = 0; i < after[t].Length; i++)
                    {
                        var both = after[t][i] | after[follower][i];
                        grown |= both != after[t][i];
                        after[t][i] = both;
                    }
                }
            }
        }

        return after;
    }
}
