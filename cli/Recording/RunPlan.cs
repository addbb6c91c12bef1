using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Gherkin;

namespace Conformance.Cli.Recording;

/// <summary>All scenarios of the whole run, of which this process may run a part.</summary>
internal sealed class RunPlan
{
    public RunPlan(FeatureReading features, Func<Pickle, bool> filter, Func<Pickle, IEnumerable<string>> passes, Func<Pickle, string, TimeSpan?>? durations)
    {
        All = [.. features.Documents.SelectMany(document => document.Pickles).Where(filter).SelectMany(pickle => passes(pickle), (pickle, pass) => (pickle, pass))];
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

    /// <summary>The same for the same features, filter, surfaces and durations.</summary>
    public string Hash { get; }
}
