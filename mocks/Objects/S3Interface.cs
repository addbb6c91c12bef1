using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Conformance.Mocks;

/// <summary>The S3 calls: buckets, objects, listings (both versions), deletion of many, copies, ranges, multipart uploads.</summary>
internal sealed class S3Interface(ObjectStore store, SignatureCheck signatures)
{
    private readonly S3Listing listing = new(store);
    private readonly S3Uploads uploads = new(store);

    public static Receipt Receive(MockRequest request)
    {
        var parts = request.Path.Split('/', 3);
        var bucket = Uri.UnescapeDataString(parts[1]);
        var key = parts.Length > 2 ? Uri.UnescapeDataString(parts[2]) : "";
        var query = request.Parameters();
        var operation = Operation(request.Method, bucket, key, query);
        ReadOnlyMemory<byte>? content = ChunkedContent.IsChunked(request) ? ChunkedContent.Decode(request.Content) : request.Content;
        var items = new Dictionary<string, string?> { ["バケット"] = bucket };
        if (key.Length > 0)
        {
            items["キー"] = key;
        }

        return new S3Receipt(operation, bucket, key, query, content)
        {
            Items = items,
            Claimable = operation is ObjectOperations.Put or ObjectOperations.Delete && key.Length > 0,
            RedactedBody = MockAnswer.Shown(content ?? request.Content),
        };
    }

    public MockAnswer Answer(MockRequest request, Receipt receipt)
    {
        var s3 = (S3Receipt)receipt;
        if (signatures.Refuse(request) is var (code, message))
        {
            return S3Answers.Error(request, 403, code, message);
        }

        if (s3.Content is null)
        {
            return S3Answers.Error(request, 400, "IncompleteBody", "The framing of the stream (aws-chunked) is broken.");
        }

        if (s3.Bucket.Length == 0)
        {
            return request.Method == "GET" ? listing.Buckets() : S3Answers.Error(request, 405, "MethodNotAllowed", "Only GET here.");
        }

        var known = store.Within(shelf => shelf.Has(s3.Bucket));
        if (s3.Key.Length == 0)
        {
            return known || request.Method == "PUT" ? OfBucket(request, s3, known) : S3Answers.NoBucket(request, s3.Bucket);
        }

        return known ? OfObject(request, s3) : S3Answers.NoBucket(request, s3.Bucket);
    }

    private static string Operation(string method, string bucket, string key, Dictionary<string, string> query) => (method, key.Length > 0) switch
    {
        _ when query.ContainsKey("uploads") || query.ContainsKey("uploadId") => ObjectOperations.Multipart,
        ("POST", false) when query.ContainsKey("delete") => ObjectOperations.Delete,
        ("GET", false) when query.ContainsKey("location") => ObjectOperations.Bucket,
        ("GET", false) => ObjectOperations.List,
        ("PUT", true) => ObjectOperations.Put,
        ("GET", true) => ObjectOperations.Get,
        ("HEAD", true) => ObjectOperations.Head,
        ("DELETE", true) => ObjectOperations.Delete,
        _ => bucket.Length > 0 ? ObjectOperations.Bucket : "不明",
    };

    private MockAnswer OfBucket(MockRequest request, S3Receipt s3, bool known)
    {
        switch (request.Method)
        {
            case "PUT" when known:
                return S3Answers.Error(request, 409, "BucketAlreadyOwnedByYou", $"The bucket {s3.Bucket} is there already.");
            case "PUT":
                store.Within(shelf => { shelf.AddBucket(s3.Bucket); return true; });
                return S3Answers.Nothing(200, new Dictionary<string, string> { ["Location"] = $"/{s3.Bucket}" });
            case "HEAD":
                return S3Answers.Nothing(200) with { Length = 0 };
            case "DELETE" when store.Within(shelf => shelf.List(s3.Bucket, "")).Count > 0:
                return S3Answers.Error(request, 409, "BucketNotEmpty", $"The bucket {s3.Bucket} is not empty.");
            case "DELETE":
                store.Within(shelf => { shelf.RemoveBucket(s3.Bucket); return true; });
                return S3Answers.Nothing(204);
            case "GET" when s3.Query.ContainsKey("location"):
                return S3Answers.Xml(S3Answers.Element("LocationConstraint"));
            case "GET" when s3.Query.ContainsKey("uploads"):
                return uploads.List(s3);
            case "GET":
                return listing.Objects(request, s3);
            case "POST" when s3.Query.ContainsKey("delete"):
                return DeleteMany(request, s3);
            default:
                return S3Answers.Error(request, 501, "NotImplemented", $"{request.Method} on a bucket is not played here.");
        }
    }

    private MockAnswer OfObject(MockRequest request, S3Receipt s3)
    {
        if (s3.Operation == ObjectOperations.Multipart)
        {
            return uploads.Answer(request, s3);
        }

        switch (request.Method)
        {
            case "PUT" when request.Header("x-amz-copy-source") is { } source:
                return Copy(request, s3, source);
            case "PUT":
                var stored = store.Store(s3.Bucket, s3.Key, s3.Content!.Value, request.Header("Content-Type") ?? "application/octet-stream", ObjectTags.Of(s3.Content.Value.Span));
                return stored is null
                    ? S3Answers.Error(request, 400, "InvalidArgument", $"'{s3.Key}' cannot be a file here.")
                    : S3Answers.Nothing(200, new Dictionary<string, string> { ["ETag"] = $"\"{stored.Tag}\"" });
            case "GET" or "HEAD":
                return store.Within(shelf => shelf.Get(s3.Bucket, s3.Key)) is { } found
                    ? S3Download.Answer(request, found.Object, found.Content)
                    : S3Answers.NoKey(request, s3.Key);
            case "DELETE":
                // Deleting what is not there succeeds too.
                store.Within(shelf => shelf.Delete(s3.Bucket, s3.Key));
                return S3Answers.Nothing(204);
            default:
                return S3Answers.Error(request, 501, "NotImplemented", $"{request.Method} on an object is not played here.");
        }
    }

    private MockAnswer Copy(MockRequest request, S3Receipt s3, string source)
    {
        var parts = Uri.UnescapeDataString(source).TrimStart('/').Split('?')[0].Split('/', 2);
        if (parts.Length < 2 || !store.Within(shelf => shelf.Has(parts[0])) || store.Within(shelf => shelf.Get(parts[0], parts[1])) is not { } found)
        {
            return S3Answers.NoKey(request, source);
        }

        return store.Store(s3.Bucket, s3.Key, found.Content, found.Object.ContentType, found.Object.Tag) is { } stored
            ? S3Answers.Xml(S3Answers.Element("CopyObjectResult",
                S3Answers.Element("LastModified", S3Answers.Text(stored.Modified)), S3Answers.Element("ETag", $"\"{stored.Tag}\"")))
            : S3Answers.Error(request, 400, "InvalidArgument", $"'{s3.Key}' cannot be a file here.");
    }

    private MockAnswer DeleteMany(MockRequest request, S3Receipt s3)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(s3.Content!.Value.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var asked = XDocument.Load(reader).Root!;
            var quiet = asked.Elements().Any(element => element.Name.LocalName == "Quiet" && element.Value == "true");
            var keys = asked.Elements().Where(element => element.Name.LocalName == "Object")
                .Select(element => element.Elements().First(child => child.Name.LocalName == "Key").Value).ToList();
            keys.ForEach(key => store.Within(shelf => shelf.Delete(s3.Bucket, key)));
            return S3Answers.Xml(S3Answers.Element("DeleteResult",
                quiet ? null : keys.Select(key => S3Answers.Element("Deleted", S3Answers.Element("Key", key)))));
        }
        catch (Exception broken) when (broken is XmlException or InvalidOperationException)
        {
            return S3Answers.Error(request, 400, "MalformedXML", string.Create(CultureInfo.InvariantCulture, $"The list of keys cannot be read: {broken.Message}"));
        }
    }
}
