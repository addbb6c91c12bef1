using System.Text;
using System.Text.RegularExpressions;
using Conformance.Gherkin;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Walks;

/// <summary>
/// For each exchange the shortest beginning of a derived scenario that ends with it: what it needs beforehand, and then it, as a run would do it.
/// </summary>
internal static partial class ReplayScenarios
{
    /// <param name="Steps">Steps of the scenario, the exchange in the last.</param>
    internal sealed record Beginning(string Exchange, Pickle Pickle, IReadOnlyList<PickleStep> Steps);

    /// <param name="isMapped">Whether the profile says how an exchange is done: one that needs others beforehand is of no use without.</param>
    /// <returns>Exchange to its beginning; one that no scenario performs is missing.</returns>
    public static IReadOnlyList<Beginning> Of(IReadOnlyList<Pickle> pickles, RoleContracts role, IReadOnlyList<string> exchanges, Func<string, bool> isMapped) =>
    [
        .. exchanges.Select(exchange => pickles.Select(pickle => End(pickle, role, exchange)).OfType<(int Rank, Beginning Beginning)>()
            .OrderBy(end => end.Beginning.Steps.Any(step => Named().Matches(step.Text).Select(name => name.Groups[1].Value).Any(name => role.Exchanges.ContainsKey(name) && !isMapped(name))))
            .ThenBy(end => end.Beginning.Steps.Any(step => Special().IsMatch(step.Text)))
            .ThenBy(end => end.Rank >= Implicit).ThenBy(end => end.Beginning.Steps.Count).ThenBy(end => end.Rank).Select(end => end.Beginning).FirstOrDefault()).OfType<Beginning>(),
    ];

    /// <summary>As a feature file of the role, for screens.</summary>
    public static string Text(IReadOnlyList<Beginning> beginnings)
    {
        var text = new StringBuilder("# language: ja\n機能: 対応付けた画面の確認\n");
        foreach (var (exchange, _, steps) in beginnings)
        {
            text.Append($"\n  @ui\n  シナリオ: [{Id(exchange)}] {exchange}\n");
            foreach (var step in steps)
            {
                text.Append($"    {step.Kind switch { StepKind.Context => "前提", StepKind.Action => "もし", _ => "ならば" }} {step.Text}\n");
                foreach (var row in step.Table?.Rows ?? [])
                {
                    text.Append($"      | {string.Join(" | ", row.Select(cell => cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>ID of the scenario that plays the exchange.</summary>
    public static string Id(string exchange) => "replay." + exchange;

    private static (int Rank, Beginning Beginning)? End(Pickle pickle, RoleContracts role, string exchange)
    {
        // What is sent otherwise than people have it is to be refused, and a step with a text of its own is another thing.
        var plain = pickle.Steps.TakeWhile(step => !Odd().IsMatch(step.Text) && step.DocString is null).ToList();
        var ranks = plain.Select(step => Rank(step, role, exchange)).ToList();
        var at = ranks.FindIndex(rank => rank < Implicit) is var named and >= 0 ? named : ranks.FindIndex(rank => rank is not null);
        return at < 0 ? null : (ranks[at]!.Value + (pickle.IsExclusive ? 100 : 0), new Beginning(exchange, pickle, [.. plain.Take(at + 1)]));
    }

    // A unit that is seen by it, perhaps, without being named.
    private const int Implicit = 4;

    // What asks for the exchange itself comes first; then what looks through it.
    private static int? Rank(PickleStep step, RoleContracts role, string exchange)
    {
        var blamed = UnitText.Parse(step.Text);
        var named = step.Text.Contains($"「{exchange}」", StringComparison.Ordinal);
        return named && step.Kind == StepKind.Action ? step.Text == role.Exchanges[exchange].Do ? 0 : 1
            : named && step.Kind == StepKind.Context ? 2
            : named ? 3
            : blamed is not null && Looks(role, exchange).Where(look => look.Unit == blamed.Unit).Select(look => (int?)look.Place).Min() is { } place ? Implicit + place
            : null;
    }

    // Units that are seen through the exchange, and how many others are asked before it.
    private static IEnumerable<(string Unit, int Place)> Looks(RoleContracts role, string exchange) =>
        role.Contracts.SelectMany(contract => contract.SeenBy.Index().Where(seen => seen.Item == exchange).Select(seen => (contract.Unit, seen.Index))
            .Concat(contract.Settings.Keys.Where(key => key.EndsWith("-by", StringComparison.Ordinal) && contract.List(key).Contains(exchange)).Select(key => (contract.Setting(key[..^3] + "-unit") ?? contract.Unit, 0))));

    // Somebody with an item of their own, which the screens on the way may not have.
    [GeneratedRegex("^「[^」]+」(の「[^」]+」が「[^」]*」である|が「[^」]+」に当たる)$")]
    private static partial Regex Special();

    [GeneratedRegex("「([^」]+)」")]
    private static partial Regex Named();

    [GeneratedRegex("を送らずに|文字にして|にして「|にし「|アクセストークン|同時に|操作者[2-9]|次に付きそうな")]
    private static partial Regex Odd();
}
