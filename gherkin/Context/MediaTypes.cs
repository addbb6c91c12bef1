namespace Conformance.Gherkin;

/// <summary>Media types of the kinds of files that evidence consists of.</summary>
internal static class MediaTypes
{
    public const string Log = "text/x.cucumber.log+plain";
    public const string Links = "text/uri-list";

    public static string OfFile(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        ".SVG" => "image/svg+xml",
        ".PDF" => "application/pdf",
        ".JSON" or ".HAR" => "application/json",
        ".NDJSON" => "application/x-ndjson",
        ".XML" or ".BPMN" => "application/xml",
        ".HTML" or ".HTM" => "text/html",
        ".CSV" => "text/csv",
        ".TXT" or ".LOG" => "text/plain",
        ".MD" => "text/markdown",
        ".YAML" or ".YML" => "application/yaml",
        ".ZIP" => "application/zip",
        ".WEBM" => "video/webm",
        ".MP4" => "video/mp4",
        _ => "application/octet-stream",
    };
}
