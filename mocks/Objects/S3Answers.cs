using System.Globalization;
using System.Xml.Linq;

namespace Conformance.Mocks;

/// <summary>Answers as S3 words them.</summary>
internal static class S3Answers
{
    private static readonly XNamespace Names = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static XElement Element(string name, params object?[] content) => new(Names + name, content);

    public static MockAnswer Xml(XElement root, int status = 200) =>
        new(status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting));

    public static MockAnswer Error(MockRequest request, int status, string code, string message)
    {
        // Errors have no namespace.
        var body = new XElement("Error", new XElement("Code", code), new XElement("Message", message), new XElement("Resource", request.Path), new XElement("RequestId", "1"));
        var answer = Xml(body, status) with { Reasons = [$"{code}: {message}"] };
        return request.Method == "HEAD" ? answer with { Body = "", Length = 0 } : answer;
    }

    public static MockAnswer NoBucket(MockRequest request, string bucket) => Error(request, 404, "NoSuchBucket", $"There is no bucket {bucket}.");

    public static MockAnswer NoKey(MockRequest request, string key) => Error(request, 404, "NoSuchKey", $"There is no object {key}.");

    public static MockAnswer Nothing(int status, IReadOnlyDictionary<string, string>? headers = null) =>
        new(status, "", "") { Headers = headers ?? new Dictionary<string, string>() };

    /// <summary>ISO 8601 with milliseconds, as in listings.</summary>
    public static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static Dictionary<string, string> Headers(StoredObject stored) => new()
    {
        ["ETag"] = $"\"{stored.Tag}\"",
        ["Last-Modified"] = stored.Modified.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture),
        ["Accept-Ranges"] = "bytes",
    };
}
