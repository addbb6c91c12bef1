using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Conformance.Mocks;

/// <summary>Multipart uploads: begin, parts, complete, abort. Called by one at a time, under the neighbour's gate.</summary>
internal sealed class S3Uploads(ObjectStore store)
{
    private readonly Dictionary<string, Upload> uploads = new(StringComparer.Ordinal);
    private int last;

    public MockAnswer List(S3Receipt s3) => S3Answers.Xml(S3Answers.Element("ListMultipartUploadsResult",
        S3Answers.Element("Bucket", s3.Bucket),
        S3Answers.Element("IsTruncated", "false"),
        uploads.Where(upload => upload.Value.Bucket == s3.Bucket).Select(upload => S3Answers.Element("Upload",
            S3Answers.Element("Key", upload.Value.Key), S3Answers.Element("UploadId", upload.Key)))));

    public MockAnswer Answer(MockRequest request, S3Receipt s3)
    {
        if (request.Method == "POST" && s3.Query.ContainsKey("uploads"))
        {
            return Begin(request, s3);
        }

        var id = s3.Query.GetValueOrDefault("uploadId", "");
        if (!uploads.TryGetValue(id, out var upload) || upload.Bucket != s3.Bucket || upload.Key != s3.Key)
        {
            return S3Answers.Error(request, 404, "NoSuchUpload", $"There is no upload {id} of {s3.Key}.");
        }

        switch (request.Method)
        {
            case "PUT":
                return Part(request, s3, upload);
            case "POST":
                return Complete(request, s3, id, upload);
            case "DELETE":
                uploads.Remove(id);
                return S3Answers.Nothing(204);
            default:
                return S3Answers.Error(request, 501, "NotImplemented", $"{request.Method} on an upload is not played here.");
        }
    }

    private MockAnswer Begin(MockRequest request, S3Receipt s3)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"upload-{++last}");
        uploads.Add(id, new Upload(s3.Bucket, s3.Key, request.Header("Content-Type") ?? "application/octet-stream"));
        return S3Answers.Xml(S3Answers.Element("InitiateMultipartUploadResult",
            S3Answers.Element("Bucket", s3.Bucket), S3Answers.Element("Key", s3.Key), S3Answers.Element("UploadId", id)));
    }

    private static MockAnswer Part(MockRequest request, S3Receipt s3, Upload upload)
    {
        if (!int.TryParse(s3.Query.GetValueOrDefault("partNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10_000)
        {
            return S3Answers.Error(request, 400, "InvalidArgument", "partNumber is a number from 1 to 10000.");
        }

        upload.Parts[number] = s3.Content!.Value.ToArray();
        return S3Answers.Nothing(200, new Dictionary<string, string> { ["ETag"] = $"\"{ObjectTags.Of(upload.Parts[number].Span)}\"" });
    }

    private MockAnswer Complete(MockRequest request, S3Receipt s3, string id, Upload upload)
    {
        List<ReadOnlyMemory<byte>> parts = [];
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(s3.Content!.Value.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            foreach (var part in XDocument.Load(reader).Root!.Elements().Where(element => element.Name.LocalName == "Part"))
            {
                string Value(string name) => part.Elements().First(element => element.Name.LocalName == name).Value;
                if (!upload.Parts.TryGetValue(int.Parse(Value("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture), out var content)
                    || ObjectTags.Of(content.Span) != Value("ETag").Trim('"'))
                {
                    return S3Answers.Error(request, 400, "InvalidPart", $"Part {Value("PartNumber")} was not uploaded, or is another one.");
                }

                parts.Add(content);
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidOperationException or FormatException or OverflowException)
        {
            return S3Answers.Error(request, 400, "MalformedXML", $"The list of parts cannot be read: {broken.Message}");
        }

        var whole = parts.SelectMany(part => part.ToArray()).ToArray();
        if (parts.Count == 0 || store.Store(s3.Bucket, s3.Key, whole, upload.ContentType, ObjectTags.OfParts(parts)) is not { } stored)
        {
            return S3Answers.Error(request, 400, "InvalidRequest", "An upload has one part or more, and a key that can be kept.");
        }

        uploads.Remove(id);
        return S3Answers.Xml(S3Answers.Element("CompleteMultipartUploadResult",
            S3Answers.Element("Location", $"/{stored.Bucket}/{stored.Key}"),
            S3Answers.Element("Bucket", stored.Bucket), S3Answers.Element("Key", stored.Key), S3Answers.Element("ETag", $"\"{stored.Tag}\"")));
    }

    private sealed record Upload(string Bucket, string Key, string ContentType)
    {
        public SortedDictionary<int, ReadOnlyMemory<byte>> Parts { get; } = [];
    }
}
