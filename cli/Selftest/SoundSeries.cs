using System.Globalization;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;

namespace Conformance.Cli.Selftest;

/// <summary>Runs of the sound reference and of its permitted variants: none may raise an alarm.</summary>
internal sealed record SoundSeries(IReadOnlyList<ReferencePart> Parts, ReferenceCatalogue Catalogue, ReferenceTrial Trial)
{
    public int Seeds { get; init; } = 1;

    /// <summary>On the same database.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Without the variants.</summary>
    public bool Plain { get; init; }

    /// <summary>Of the variants only these; none: all.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Each run on a line of its own.</summary>
    public bool IsTold { get; init; }

    /// <summary>Not even alarms on a line of their own.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Under load: how late the played systems answer; null without.</summary>
    public TimeSpan? MockDelay { get; init; }

    public async Task<SoundOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var (count, alarms) = (0, new List<string>());
        foreach (var (part, variant) in Parts.SelectMany(part => VariantsOf(part).Select(variant => (part, variant))))
        {
            for (var seed = 1; seed <= Seeds; seed++)
            {
                var runs = await OnceAsync(part, variant, seed, cancellationToken);
                count += runs.Count;
                var wrong = runs.Where(run => run.Alarm).ToList();
                alarms.AddRange(wrong.Select(run => string.Create(CultureInfo.InvariantCulture, $"{part.App} {variant ?? "plain"} seed {seed}: {run.Told}")));
                if (!IsQuiet && (IsTold || wrong.Count > 0))
                {
                    Console.WriteLine($"{(wrong.Count == 0 ? "✓" : "✗")} {part.App} {variant ?? "plain"} seed {seed}: {string.Join(" / ", runs.Select(run => run.Told))}");
                }
            }
        }

        return new SoundOutcome(count, alarms.Count, alarms);
    }

    private IEnumerable<string?> VariantsOf(ReferencePart part) => Plain ? [null]
        : Catalogue.Variants.Where(variant => variant.App == part.App && (Variants.Count == 0 || Variants.Contains(variant.Id))).Select(variant => (string?)variant.Id).Prepend(null);

    private async Task<IReadOnlyList<SoundRun>> OnceAsync(ReferencePart part, string? variant, int seed, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"sound.{part.App}.{variant ?? "plain"}.{seed}.{Trial.Driver}.{Times}{(MockDelay is null ? "" : ".load")}");
        return await Trial.OnceAsync<List<SoundRun>>(name, async () =>
        {
            var evidence = Trial.EvidenceOf(name);
            var runs = (await ReferenceTrial.RunAsync(part, null, variant, seed, Times, Trial.Surfaces, evidence, null, MockDelay, cancellationToken)).Select(run => SoundRun.Of(run, Trial.Surfaces)).ToList();
            if (Directory.Exists(evidence) && !runs.Exists(run => run.Alarm))
            {
                Directory.Delete(evidence, recursive: true);
            }

            return runs;
        });
    }
}
