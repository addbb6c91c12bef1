using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests.Samples;

/// <summary>An evidence folder of a test: files named by the hash of their content. Deleted at the end.</summary>
internal sealed class EvidenceFolder : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("evidence").FullName;

    public EvidenceRef Exchange(string title, string request, string response, string surface = "api") => Add(
        title, "application/vnd.conformance.exchange+json", ".json", JsonSerializer.SerializeToUtf8Bytes(
            new { surface, title, request, response, started = Some.Start, durationMs = 18.25 }, Readable));

    public EvidenceRef Text(string title, string text) => Add(title, "text/plain", ".txt", Encoding.UTF8.GetBytes(text));

    public EvidenceRef Screenshot(string title, byte[] png) => Add(title, "image/png", ".png", png);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private EvidenceRef Add(string title, string mediaType, string extension, byte[] content)
    {
        var file = Convert.ToHexStringLower(SHA256.HashData(content)) + extension;
        File.WriteAllBytes(Path.Combine(Directory, file), content);
        return new EvidenceRef(title, mediaType, file);
    }
}
