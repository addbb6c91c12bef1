namespace Conformance.Derivation.Tokens;

/// <summary>
/// Every marking that any order of steps can come to, and what complete runs cover on the way. Unlike <see cref="StateSpace"/> it leaves no order out, so
/// what it does not find does not exist.
/// </summary>
internal static class AllMarkings
{
    /// <summary>Markings that are looked at before the search is cut off.</summary>
    public const int Max = 20_000;

    /// <summary>Obligations that a run from the start to the end covers; null where there are more markings than are looked at.</summary>
    public static HashSet<int>? Covered(TokenNet net, TokenGame game)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var (markings, before) = (new List<int[]>(), new List<List<(int From, int Transition)>>());
        int Number(int[] marking)
        {
            var key = new string([.. marking.Select(tokens => (char)tokens)]);
            if (!known.TryGetValue(key, out var number))
            {
                known[key] = number = markings.Count;
                markings.Add(marking);
                before.Add([]);
            }

            return number;
        }

        // The empty marking behind a run stands for its end: nothing but a start is enabled in it, and a start begins another run.
        var end = Number(new int[net.Places]);
        foreach (var start in net.Transitions.Where(transition => transition.Kind == TransitionKind.Start))
        {
            before[Number(game.Fire(start, markings[end]))].Add((-1, start.Index));
        }

        for (var at = end + 1; at < markings.Count; at++)
        {
            if (markings.Count > Math.Min(Max, StateSpace.MaxNumbers / Math.Max(1, net.Places)))
            {
                return null;
            }

            foreach (var transition in net.Transitions.Where(transition => transition.Kind != TransitionKind.Start && game.Enabled(transition, markings[at])))
            {
                before[Number(game.Fire(transition, markings[at]))].Add((at, transition.Index));
            }
        }

        var (covered, finishing, open) = (new HashSet<int>(), new HashSet<int> { end }, new Stack<int>([end]));
        while (open.TryPop(out var at))
        {
            foreach (var (from, transition) in before[at])
            {
                covered.UnionWith(net.Transitions[transition].Covers);
                if (from >= 0 && finishing.Add(from))
                {
                    open.Push(from);
                }
            }
        }

        return covered;
    }
}
