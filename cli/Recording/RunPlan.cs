using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Gherkin;
using Conformance.Spec.Contracts;

namespace Conformance.Cli.Recording;

/// <summary>All scenarios of the whole run, of which this process may run a part.</summary>
internal sealed class RunPlan
{
    public RunPlan(FeatureReading features, Func<Pickle, bool> filter, Func<Pickle, IEnumerable<string>> passes, Func<Pickle, string, TimeSpan?>? durations)
    {
        All = Scenarios(features, filter, passes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in features.Documents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(document.Uri + "\n" + document.Text + "\n"));
        }

        foreach (var (pickle, pass) in All)
        {
            var key = ScenarioKey.Of(pickle, pass);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key.Id}\t{pass}\t{durations?.Invoke(pickle, pass)?.Ticks}\n")));
        }

        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public IReadOnlyList<(Pickle Pickle, string Pass)> All { get; }

    /// <summary>Every scenario that the filter lets through, once for each surface.</summary>
    public static IReadOnlyList<(Pickle Pickle, string Pass)> Scenarios(FeatureReading features, Func<Pickle, bool> filter, Func<Pickle, IEnumerable<string>> passes) =>
        [.. features.Documents.SelectMany(document => document.Pickles).Where(filter).SelectMany(pickle => passes(pickle), (pickle, pass) => (pickle, pass))];

    /// <summary>How many scenarios of each function or flow step the whole has and a part of it has not; null where the part is the whole.</summary>
    public static IReadOnlyDictionary<string, int>? LeftOut(IReadOnlyList<(Pickle Pickle, string Pass)> whole, IReadOnlyList<(Pickle Pickle, string Pass)> part)
    {
        var kept = part.Select(one => ScenarioKey.Of(one.Pickle, one.Pass)).ToHashSet();
        var left = whole.Where(one => !kept.Contains(ScenarioKey.Of(one.Pickle, one.Pass)))
            .SelectMany(one => UnitTags.Units(one.Pickle.Tags.Select(tag => tag.Name)))
            .GroupBy(unit => unit, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return left.Count > 0 ? left : null;
    }

    /// <summary>The same for the same features, filter, surfaces and durations.</summary>
    public string Hash { get; }
}
