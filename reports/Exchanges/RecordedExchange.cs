using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Exchanges;

/// <summary>A file <c>*.exchange.json</c> of the evidence folder.</summary>
/// <param name="Surface"><c>api</c>, <c>ui</c>, or <c>mock</c> for what the target sent to a system that the harness plays.</param>
/// <param name="Scheme"><c>http</c> or <c>https</c>; null on screens, and in evidence of versions that did not record it.</param>
internal sealed record RecordedExchange(string? Title, string? Surface, string? Request, string? Response, DateTimeOffset Started, double DurationMs, string? Scheme)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <returns>Null where the file is missing or is no exchange.</returns>
    public static RecordedExchange? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordedExchange>(File.ReadAllBytes(path), Json);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Read"/>
    public static async Task<RecordedExchange?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<RecordedExchange>(stream, Json, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
