namespace Conformance.Drivers.Proposals;

/// <summary>
/// Finds for each exchange of a standard the place of a product that most probably does it: by the names of both, by the items that go in and come out, and by
/// the kind of work. All are assigned together, by the greatest total; several exchanges may share a place, for which every one but the first pays.
/// </summary>
public static class Matching
{
    /// <summary>Less than this and a person is faster than a wrong guess.</summary>
    public const double Least = 0.34;

    private const double Shared = 0.02;
    private const int MostOnOne = 8;

    /// <param name="vocabulary">Item name to field name (ローマ字).</param>
    public static IReadOnlyList<Guess> Match(IReadOnlyList<SoughtExchange> exchanges, IReadOnlyList<OfferedPlace> places, IReadOnlyDictionary<string, string> vocabulary)
    {
        var scores = new PlaceScores(exchanges, places, vocabulary);
        var best = Assignment.Best(exchanges.Count, places.Count * MostOnOne, (i, j) => scores.Of(i, j / MostOnOne) is var score && score >= Least ? score - (j % MostOnOne > 0 ? Shared : 0) : 0);
        return
        [
            .. exchanges.Select((exchange, i) =>
            {
                var place = best[i] < 0 ? -1 : best[i] / MostOnOne;
                var others = Enumerable.Range(0, places.Count).Where(j => j != place).Select(j => (Place: places[j], Score: scores.Of(i, j)))
                    .OrderByDescending(other => other.Score).ThenBy(other => other.Place.Id, StringComparer.Ordinal).Take(2).Where(other => other.Score > 0.15).ToList();
                return new Guess(exchange, place < 0 ? null : places[place], place < 0 ? 0 : scores.Of(i, place), others);
            }),
        ];
    }
}
