namespace Conformance.Drivers.Proposals;

/// <summary>How well each exchange and each place fit, 0 to 1.</summary>
internal sealed class PlaceScores
{
    private const double Name = 0.6;
    private const double Taken = 0.2;
    private const double Given = 0.08;
    private const double Work = 0.12;

    // The name of a function that an exchange serves tells less than its own, and less the more there are.
    private const double OfFunction = 0.9;
    private const double OfEachMore = 0.15;

    private const double Misfit = 0.7;

    // The words themselves, beside their kinds.
    private const double Literal = 0.3;

    private static readonly ExchangeNature[] Harmless = [ExchangeNature.Read, ExchangeNature.Issue, ExchangeNature.Extract, ExchangeNature.Calculate];

    private readonly double[][] _scores;

    public PlaceScores(IReadOnlyList<SoughtExchange> exchanges, IReadOnlyList<OfferedPlace> places, IReadOnlyDictionary<string, string> vocabulary)
    {
        var sought = exchanges.Select(exchange => new Sought(exchange)).ToList();
        var fields = vocabulary.GroupBy(pair => pair.Value).ToDictionary(same => same.Key, same => JapaneseTerms.Item(same.First().Key), StringComparer.Ordinal);
        var offered = places.Select(place => new Offered(place, fields)).ToList();
        var terms = new TermWeights(sought.Select(one => one.Names[0].Kinds + one.Names[0].Words).Concat(offered.Select(one => one.Titles[0].Kinds + one.Titles[0].Words)));
        var items = Weights(sought.Select(one => one.Takes).Concat(offered.Select(one => one.Takes)));
        _scores = [.. sought.Select(exchange => offered.Select(place => Score(exchange, place, terms, items)).ToArray())];
    }

    public double Of(int exchange, int place) => _scores[exchange][place];

    private static double Score(Sought exchange, Offered place, TermWeights terms, IReadOnlyDictionary<string, double> items)
    {
        if (exchange.Exchange.Official is { } official && official.Method == place.Place.Method && official.Path.Trim('/') == place.Place.Path.Trim('/'))
        {
            return 1;
        }

        var name = place.Titles.Max(title => Math.Max(exchange.Names.Max(own => Similarity(own, title, terms)),
            exchange.Functions.Count == 0 ? 0 : exchange.FunctionWeight * exchange.Functions.Max(function => Similarity(function, title, terms))));
        var work = exchange.Natures.Count == 0 || place.Natures.Count == 0 ? 0.5 : exchange.Natures.Any(place.Natures.Contains) ? 1 : 0;
        if (place.Place.Method == "GET" && exchange.Natures.Count > 0 && !exchange.Natures.Any(Harmless.Contains))
        {
            work -= 1;
        }

        // A place that gives nothing away of its items neither gains nor loses.
        var taken = exchange.Takes.Count == 0 || place.Takes.Count == 0 ? 0.4 : TermWeights.Overlap(exchange.Takes, place.Takes, items);
        var given = exchange.Gives.Count == 0 || place.Gives.Count == 0 ? 0.4 : (double)exchange.Gives.Count(place.Gives.Contains) / exchange.Gives.Count;
        if (exchange.Exchange.IsBatch)
        {
            // What starts by itself is given nothing, and one start may do for all that is taken in.
            name = Math.Max(name, place.Natures.Contains(ExchangeNature.TakeIn) ? 0.5 : 0);
            (taken, given) = (place.Place.Takes.Any(field => field.Required) ? 0 : 1, 0.4);
        }

        // Reading for writing, or the other way round, is the guess that does harm.
        var fits = work <= 0 || (exchange.Exchange.IsBatch && taken <= 0) ? Misfit : 1;
        var score = fits * Math.Clamp((Name * name) + (Taken * taken) + (Given * given) + (Work * work), 0, 0.99);
        var wrongKind = place.Place.Method.Length > 0 && exchange.Exchange.IsDocument != place.Place.IsDocument && (place.Place.IsDocument || place.Gives.Count > 0);
        return wrongKind ? score / 2 : score;
    }

    private static double Similarity((string Kinds, string Words) a, (string Kinds, string Words) b, TermWeights terms) =>
        ((1 - Literal) * terms.Similarity(a.Kinds, b.Kinds)) + (Literal * terms.Similarity(a.Words, b.Words));

    private static (string Kinds, string Words) Both(string name) => (JapaneseTerms.Comparable(name), JapaneseTerms.Plain(name));

    private static Dictionary<string, double> Weights(IEnumerable<HashSet<string>> sets)
    {
        var all = sets.ToList();
        return all.SelectMany(set => set).GroupBy(item => item).ToDictionary(same => same.Key, same => Math.Log((1.0 + all.Count) / same.Count()), StringComparer.Ordinal);
    }

    private sealed class Sought
    {
        public Sought(SoughtExchange exchange)
        {
            Exchange = exchange;
            Names = [Both(exchange.Name), .. exchange.AlsoCalled.Select(Both)];
            Natures = JapaneseTerms.Natures(exchange.Name);
            // Of what it serves, only what is the same kind of work: an inquiry also shows what a registration has done.
            Functions = [.. exchange.Functions.Where(function => JapaneseTerms.Natures(function) is var natures && (natures.Count == 0 || Natures.Count == 0 || natures.Any(Natures.Contains))).Select(Both).Distinct()];
            FunctionWeight = OfFunction / (1 + (OfEachMore * Math.Max(0, Functions.Count - 1)));
            Takes = exchange.Takes.Select(JapaneseTerms.Item).ToHashSet(StringComparer.Ordinal);
            Gives = exchange.Gives.Select(JapaneseTerms.Item).ToHashSet(StringComparer.Ordinal);
        }

        public SoughtExchange Exchange { get; }

        public IReadOnlyList<(string Kinds, string Words)> Names { get; }

        public IReadOnlyList<ExchangeNature> Natures { get; }

        public IReadOnlyList<(string Kinds, string Words)> Functions { get; }

        public double FunctionWeight { get; }

        public HashSet<string> Takes { get; }

        public HashSet<string> Gives { get; }
    }

    private sealed class Offered
    {
        public Offered(OfferedPlace place, Dictionary<string, string> fields)
        {
            Place = place;
            // One operation may do several things, told apart by the value of a member.
            var choices = place.Takes.Where(field => field.Required && place.Method.Length > 0).SelectMany(field => field.Values).Where(value => value.Any(char.IsLetter)).ToList();
            Titles = [.. place.Titles.Concat(choices).Select(Both).Where(title => title.Kinds.Length > 0).DefaultIfEmpty((place.Id, place.Id)).Distinct()];
            Natures = [.. place.Titles.Take(2).Concat(place.Buttons).Concat(choices).SelectMany(JapaneseTerms.Natures).Distinct()];
            HashSet<string> Items(IReadOnlyList<OfferedField> given) => given.SelectMany(field => field.Members.Append(field))
                .Select(field => fields.GetValueOrDefault(field.Name) ?? JapaneseTerms.Item(field.Title.Length > 0 ? field.Title : field.Name)).ToHashSet(StringComparer.Ordinal);
            Takes = Items(place.Takes);
            Gives = Items(place.Gives);
        }

        public OfferedPlace Place { get; }

        public IReadOnlyList<(string Kinds, string Words)> Titles { get; }

        public IReadOnlyList<ExchangeNature> Natures { get; }

        public HashSet<string> Takes { get; }

        public HashSet<string> Gives { get; }
    }
}
