using System.Collections.Concurrent;

namespace Conformance.Gherkin;

/// <summary>What went wrong in the harness during a run, each thing once. After a thousand, more are only counted, so that memory stays flat.</summary>
internal sealed class ProblemLog
{
    private const int Limit = 1000;

    private readonly ConcurrentDictionary<GherkinProblem, int> _problems = new();
    private int _count;
    private int _omitted;

    public void Add(GherkinProblem problem)
    {
        if (_problems.ContainsKey(problem))
        {
            return;
        }

        if (_problems.Count >= Limit)
        {
            Interlocked.Increment(ref _omitted);
            return;
        }

        _problems.TryAdd(problem, Interlocked.Increment(ref _count));
    }

    public IReadOnlyList<GherkinProblem> All()
    {
        GherkinProblem[] all = [.. _problems.OrderBy(entry => entry.Value).Select(entry => entry.Key)];
        return _omitted == 0
            ? all
            : [.. all, new("CF4204", "", 0, 0, $"{_omitted} more problems of this kind are not listed.", "Correct those that are.")];
    }
}
