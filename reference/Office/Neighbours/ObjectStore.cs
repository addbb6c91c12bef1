using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Neighbours;

/// <summary>Where files for others are put: an S3 interface (path style) or a folder. Without either, files stay here.</summary>
internal sealed class ObjectStore(HttpClient http, OfficeSettings settings, OfficeClock clock)
{
    private int serial;

    /// <summary>Writes a CSV file: a heading of item names, every value quoted where it must be.</summary>
    /// <param name="linkage">連携ID, the folder.</param>
    /// <returns>The key, and the bytes written.</returns>
    /// <exception cref="NeighbourException">It cannot be put there.</exception>
    public async Task<(string Key, byte[] Bytes)> PutAsync(string linkage, IReadOnlyList<string> items, IEnumerable<Row> rows, Encoding encoding, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{linkage}/{clock.Now:yyyyMMddHHmmss}_{Interlocked.Increment(ref serial)}.csv");
        var bytes = encoding.GetBytes(Csv(items, rows));
        if (settings.ObjectStore is not { } place)
        {
            return (key, bytes);
        }

        try
        {
            if (place.StartsWith("http", StringComparison.Ordinal))
            {
                await UploadAsync(new Uri($"{place.TrimEnd('/')}/{settings.Bucket}/{key}"), bytes, cancellationToken);
            }
            else
            {
                await KeepAsync(Path.Combine(place, key), bytes, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or UnauthorizedAccessException or IOException and not NeighbourException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new NeighbourException(0, $"{key}を置けません。{failure.Message}");
        }

        return (key, bytes);
    }

    private async Task UploadAsync(Uri address, byte[] bytes, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv", "utf-8");
        S3Signature.Sign(request, bytes, settings.ObjectStoreKey, settings.ObjectStoreSecret, clock.Real.GetUtcNow());
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new NeighbourException((int)response.StatusCode, $"{address.AbsolutePath}を置けません（{(int)response.StatusCode}）。");
        }
    }

    // Under another name until it is whole: who looks meanwhile must not read half a file.
    private static async Task KeepAsync(string file, byte[] bytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file + ".part", bytes, cancellationToken);
        File.Move(file + ".part", file, overwrite: true);
    }

    private static string Csv(IReadOnlyList<string> items, IEnumerable<Row> rows) => string.Concat(
        rows.Select(row => string.Join(',', items.Select(item => Quoted(row[item])))).Prepend(string.Join(',', items)).Select(line => line + "\r\n"));

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
