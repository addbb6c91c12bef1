using System.Text.Json;
using Conformance.Reports.Json;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports;

/// <summary>
/// <c>result.json</c>: one run as <c>{"schema":1,"run":…,"functions":…,"steps":…,"scenarios":…,"summary":…}</c>, several as
/// <c>{"schema":1,"runs":[…]}</c> of that shape. Described by <c>schemas/result.schema.json</c>. The same results are the same
/// bytes on every machine; large results are written and read as a stream.
/// </summary>
public static class ResultJson
{
    /// <summary>Version of the format that this code writes and reads.</summary>
    public const int Schema = 1;

    /// <exception cref="ArgumentException"><paramref name="runs"/> is empty.</exception>
    public static async Task WriteAsync(
        IReadOnlyList<RunResult> runs, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentOutOfRangeException.ThrowIfZero(runs.Count, nameof(runs));
        if (runs.Count == 1)
        {
            await JsonSerializer.SerializeAsync(output, runs[0], ResultFormat.Full, cancellationToken);
        }
        else
        {
            await JsonSerializer.SerializeAsync(
                output, new Several(Schema, runs), ResultFormat.Full, cancellationToken);
        }

        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>Writes the file whole or not at all: an interrupted write leaves an earlier file as it was.</summary>
    public static Task WriteFileAsync(
        string path, IReadOnlyList<RunResult> runs, CancellationToken cancellationToken = default) =>
        WholeFile.WriteAsync(path, (stream, token) => WriteAsync(runs, stream, token), cancellationToken);

    /// <param name="input">The file; read to its end.</param>
    /// <param name="name">Its name, for problems.</param>
    /// <exception cref="BadInputException">CF7001: not JSON of this shape. CF7002: a version that this code does not know.
    /// CF7003: neither one run nor several, or both.</exception>
    public static async Task<IReadOnlyList<RunResult>> ReadAsync(
        Stream input, string name, CancellationToken cancellationToken = default)
    {
        ResultDocument? document;
        try
        {
            document = await JsonSerializer.DeserializeAsync<ResultDocument>(input, ResultFormat.Full, cancellationToken);
        }
        catch (JsonException trouble)
        {
            throw new BadInputException(NotAResult(name, trouble));
        }

        return Runs(document, name);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<IReadOnlyList<RunResult>> ReadFileAsync(
        string path, CancellationToken cancellationToken = default)
    {
        await using var stream = File.OpenRead(path);
        return await ReadAsync(stream, path, cancellationToken);
    }

    private static IReadOnlyList<RunResult> Runs(ResultDocument? document, string name)
    {
        if (document?.Schema is not Schema)
        {
            throw new BadInputException(new Problem(
                "CF7002", name, 0, 0, $"The format has version {document?.Schema?.ToString(null, null) ?? "none"}, not {Schema}.",
                "Write the result with this version of the program, or read it with the one that wrote it."));
        }

        IReadOnlyList<RunResult>? runs = document switch
        {
            { Run: null, Runs: { Count: > 0 } several } when several.All(run => run is not null) => several,
            { Run: { } run, Functions: { } functions, Steps: { } steps, Scenarios: { } scenarios, Summary: { } summary, Runs: null }
                => [new RunResult(run, functions, steps, scenarios, summary) { Differences = document.Differences, Surfaces = document.Surfaces, Manual = document.Manual }],
            _ => null,
        };
        return runs ?? throw new BadInputException(new Problem(
            "CF7003", name, 0, 0, "The file holds neither one run nor several.",
            "Give either run, functions, steps, scenarios and summary, or runs with at least one run."));
    }

    private static Problem NotAResult(string name, JsonException trouble) => new(
        "CF7001", name, (int)(trouble.LineNumber ?? -1) + 1, (int)(trouble.BytePositionInLine ?? -1) + 1,
        $"This is not a result: {trouble.Message.Split(" Path:")[0].TrimEnd('.')} (at {trouble.Path ?? "$"}).",
        "Compare with schemas/result.schema.json, or run again.");

    private sealed record Several(int Schema, IReadOnlyList<RunResult> Runs);
}
