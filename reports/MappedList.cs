using System.Collections;

namespace Conformance.Reports;

/// <summary>A list seen through a function, which is applied whenever an element is looked at: nothing is kept.</summary>
internal sealed class MappedList<TFrom, TTo>(IReadOnlyList<TFrom> from, Func<TFrom, TTo> map) : IReadOnlyList<TTo>
{
    public int Count => from.Count;

    public TTo this[int index] => map(from[index]);

    public IEnumerator<TTo> GetEnumerator()
    {
        for (var i = 0; i < from.Count; i++)
        {
            yield return map(from[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
