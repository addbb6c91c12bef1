using System.Globalization;
using System.Xml.Linq;

namespace Conformance.Mocks;

/// <summary>Listings of buckets and objects; of objects both versions of the call, with prefix, delimiter and pages.</summary>
internal sealed class S3Listing(ObjectStore store)
{
    private const int Largest = 1000;

    public MockAnswer Buckets() => S3Answers.Xml(S3Answers.Element("ListAllMyBucketsResult",
        S3Answers.Element("Owner", S3Answers.Element("ID", "conformance"), S3Answers.Element("DisplayName", "conformance")),
        S3Answers.Element("Buckets", store.Within(shelf => shelf.Buckets).Select(bucket => S3Answers.Element("Bucket",
            S3Answers.Element("Name", bucket), S3Answers.Element("CreationDate", "2026-01-01T00:00:00.000Z"))))));

    public MockAnswer Objects(MockRequest request, S3Receipt s3)
    {
        var asked = s3.Query;
        var second = asked.GetValueOrDefault("list-type") == "2";
        var limit = Largest;
        if (asked.TryGetValue("max-keys", out var text) && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit))
        {
            return S3Answers.Error(request, 400, "InvalidArgument", $"max-keys '{text}' is no number.");
        }

        limit = Math.Min(limit, Largest);
        var prefix = asked.GetValueOrDefault("prefix", "");
        var delimiter = asked.GetValueOrDefault("delimiter", "");
        // A continuation token is the last name that was shown: a key, or a common prefix.
        var after = second
            ? asked.GetValueOrDefault("continuation-token") ?? asked.GetValueOrDefault("start-after", "")
            : asked.GetValueOrDefault("marker", "");
        var encode = asked.GetValueOrDefault("encoding-type") == "url";
        string Shown(string name) => encode ? Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal) : name;

        var rows = store.Within(shelf => shelf.List(s3.Bucket, prefix))
            .Select(entry => (Name: Group(entry.Key, prefix, delimiter), Object: entry))
            .Where(row => after.Length == 0 || Utf8Order.Instance.Compare(row.Name, after) > 0)
            .DistinctBy(row => row.Name)
            .ToList();
        var page = rows.Take(limit).ToList();
        var truncated = rows.Count > page.Count;
        var next = truncated && page.Count > 0 ? page[^1].Name : null;
        return S3Answers.Xml(S3Answers.Element("ListBucketResult",
            S3Answers.Element("Name", s3.Bucket),
            S3Answers.Element("Prefix", Shown(prefix)),
            delimiter.Length > 0 ? S3Answers.Element("Delimiter", Shown(delimiter)) : null,
            S3Answers.Element("MaxKeys", limit),
            encode ? S3Answers.Element("EncodingType", "url") : null,
            second ? S3Answers.Element("KeyCount", page.Count) : S3Answers.Element("Marker", Shown(after)),
            S3Answers.Element("IsTruncated", truncated ? "true" : "false"),
            next is null ? null : S3Answers.Element(second ? "NextContinuationToken" : "NextMarker", second ? next : Shown(next)),
            page.Where(row => row.Name == row.Object.Key).Select(row => Row(row.Object, Shown)),
            page.Where(row => row.Name != row.Object.Key).Select(row => S3Answers.Element("CommonPrefixes", S3Answers.Element("Prefix", Shown(row.Name))))));
    }

    /// <summary>The key, or what it has up to the delimiter behind the prefix.</summary>
    private static string Group(string key, string prefix, string delimiter)
    {
        var end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? key : key[..(end + delimiter.Length)];
    }

    private static XElement Row(StoredObject entry, Func<string, string> shown) => S3Answers.Element("Contents",
        S3Answers.Element("Key", shown(entry.Key)),
        S3Answers.Element("LastModified", S3Answers.Text(entry.Modified)),
        S3Answers.Element("ETag", $"\"{entry.Tag}\""),
        S3Answers.Element("Size", entry.Size),
        S3Answers.Element("StorageClass", "STANDARD"));
}
