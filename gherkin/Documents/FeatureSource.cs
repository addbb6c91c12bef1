namespace Conformance.Gherkin;

/// <summary>A feature file before it is read.</summary>
/// <param name="Uri">Path as it is to appear in messages and reports, with forward slashes; unique within a run.</param>
/// <param name="Text">The whole file.</param>
public sealed record FeatureSource(string Uri, string Text)
{
    /// <summary>Reads a UTF-8 file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="uri">How messages name it; the path when null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<FeatureSource> FromFileAsync(string path, string? uri, CancellationToken cancellationToken) =>
        new(uri ?? path.Replace('\\', '/'), await File.ReadAllTextAsync(path, cancellationToken));
}
