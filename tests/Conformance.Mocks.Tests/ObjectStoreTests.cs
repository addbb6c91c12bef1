using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace Conformance.Mocks.Tests;

/// <summary>The AWS SDK talks to the object storage.</summary>
public sealed class ObjectStoreTests : IAsyncLifetime
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"conformance-objects-{Environment.ProcessId}-{Guid.CreateVersion7():N}");
    private MockHost host = null!;
    private AmazonS3Client s3 = null!;

    public async ValueTask InitializeAsync()
    {
        host = await Some.Host();
        s3 = Client(host);
    }

    public async ValueTask DisposeAsync()
    {
        s3.Dispose();
        await host.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task An_object_is_put_read_looked_at_and_deleted()
    {
        const string key = "027o001/20260401090000_1.csv";
        const string csv = "atenabango,kingaku\n1,10000\n𠮷,葛󠄀\n";

        var put = await s3.PutObjectAsync(new PutObjectRequest { BucketName = "renkei", Key = key, ContentBody = csv, ContentType = "text/csv" }, Now);
        using var got = await s3.GetObjectAsync("renkei", key, Now);
        using var reader = new StreamReader(got.ResponseStream);
        var head = await s3.GetObjectMetadataAsync("renkei", key, Now);

        (await reader.ReadToEndAsync(Now)).Should().Be(csv);
        put.ETag.Should().Be(got.ETag);
        (head.ContentLength, head.Headers.ContentType).Should().Be((Encoding.UTF8.GetByteCount(csv), "text/csv"));
        host.Objects.GetText(key).Should().Be(csv);
        var entry = host.Journal.Find(entry => entry.Operation == ObjectOperations.Put).Should().ContainSingle().Subject;
        (entry.Body, entry.Mentions("キー", key), entry.Claimable).Should().Be((csv, true, true));
        await s3.DeleteObjectAsync("renkei", key, Now);
        await FluentActions.Awaiting(() => s3.GetObjectAsync("renkei", key, Now)).Should().ThrowAsync<NoSuchKeyException>();
    }

    [Fact]
    public async Task Listings_come_in_pages_with_prefix_and_delimiter()
    {
        foreach (var key in new[] { "a/1", "a/2", "a/3", "b/1", "c", "日本 語+&.csv" })
        {
            host.Objects.Put(key, Encoding.UTF8.GetBytes(key));
        }

        var keys = new List<string>();
        var request = new ListObjectsV2Request { BucketName = "renkei", MaxKeys = 2 };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request, Now);
            keys.AddRange(page.S3Objects.Select(entry => entry.Key));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        var grouped = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "renkei", Delimiter = "/" }, Now);
        var first = await s3.ListObjectsAsync(new ListObjectsRequest { BucketName = "renkei", Prefix = "a/" }, Now);

        keys.Should().Equal("a/1", "a/2", "a/3", "b/1", "c", "日本 語+&.csv");
        grouped.CommonPrefixes.Should().Equal("a/", "b/");
        grouped.S3Objects.Select(entry => entry.Key).Should().Equal("c", "日本 語+&.csv");
        first.S3Objects.Should().HaveCount(3);
        using var odd = await s3.GetObjectAsync("renkei", "日本 語+&.csv", Now);
        odd.ContentLength.Should().Be(Encoding.UTF8.GetByteCount("日本 語+&.csv"));
    }

    [Fact]
    public async Task A_large_object_goes_up_in_parts_and_comes_down_in_ranges()
    {
        var begun = await s3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = "renkei", Key = "large" }, Now);
        var parts = new List<PartETag>();
        foreach (var (number, fill) in new[] { (1, 'x'), (2, 'y') })
        {
            using var content = new MemoryStream(Encoding.ASCII.GetBytes(new string(fill, 100_000)));
            var part = await s3.UploadPartAsync(
                new UploadPartRequest { BucketName = "renkei", Key = "large", UploadId = begun.UploadId, PartNumber = number, InputStream = content }, Now);
            parts.Add(new PartETag(number, part.ETag));
        }

        var done = await s3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest { BucketName = "renkei", Key = "large", UploadId = begun.UploadId, PartETags = parts }, Now);
        using var range = await s3.GetObjectAsync(new GetObjectRequest { BucketName = "renkei", Key = "large", ByteRange = new ByteRange(99_999, 100_000) }, Now);
        using var reader = new StreamReader(range.ResponseStream);

        done.ETag.Should().EndWith("-2\"");
        (await reader.ReadToEndAsync(Now)).Should().Be("xy");
        host.Objects.List().Should().ContainSingle().Which.Size.Should().Be(200_000);
    }

    [Fact]
    public async Task Buckets_copies_and_deletions_of_many()
    {
        await s3.PutBucketAsync("other", Now);
        host.Objects.Put("a", new byte[] { 1 });
        await s3.CopyObjectAsync("renkei", "a", "other", "b", Now);
        (await s3.ListBucketsAsync(Now)).Buckets.Select(bucket => bucket.BucketName).Should().Equal("other", "renkei");
        await FluentActions.Awaiting(() => s3.DeleteBucketAsync("other", Now)).Should().ThrowAsync<AmazonS3Exception>();
        await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = "other", Objects = [new KeyVersion { Key = "b" }, new KeyVersion { Key = "none" }] }, Now);
        await s3.DeleteBucketAsync("other", Now);
        await FluentActions.Awaiting(() => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "other" }, Now)).Should().ThrowAsync<NoSuchBucketException>();
    }

    [Fact]
    public async Task A_presigned_address_is_let_in_and_an_unsigned_or_wrongly_signed_request_is_not()
    {
        host.Objects.Put("a", "hello"u8.ToArray());
        using var http = new HttpClient();
        var presigned = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = "renkei", Key = "a", Protocol = Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
        });
        (await http.GetStringAsync(presigned, Now)).Should().Be("hello");

        using var unsigned = await http.GetAsync(new Uri(host.BaseAddress, "/renkei/a"), Now);
        unsigned.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var stranger = Client(host, secret: "wrong");
        (await FluentActions.Awaiting(() => stranger.GetObjectAsync("renkei", "a", Now)).Should().ThrowAsync<AmazonS3Exception>())
            .Which.ErrorCode.Should().Be("SignatureDoesNotMatch");
        using var unknown = Client(host, key: "NOBODY");
        (await FluentActions.Awaiting(() => unknown.GetObjectAsync("renkei", "a", Now)).Should().ThrowAsync<AmazonS3Exception>())
            .Which.ErrorCode.Should().Be("InvalidAccessKeyId");
        host.Journal.Entries.Should().NotContain(entry => entry.Headers.Values.Any(value => value.Contains("Signature=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_a_folder_objects_are_files_and_files_are_objects()
    {
        await using var filed = await Some.Host(new MockHostOptions { Objects = new ObjectStoreOptions { Folder = folder } });
        using var client = Client(filed);
        await client.PutObjectAsync(new PutObjectRequest { BucketName = "renkei", Key = "001o009/1.csv", ContentBody = "a,b" }, Now);
        (await File.ReadAllTextAsync(Path.Combine(folder, "renkei", "001o009", "1.csv"), Now)).Should().Be("a,b");

        var waiting = filed.Objects.WaitForAsync(entry => entry.Key == "by-hand/2.csv", Some.Deadline, Now);
        Directory.CreateDirectory(Path.Combine(folder, "renkei", "by-hand"));
        await File.WriteAllTextAsync(Path.Combine(folder, "renkei", "by-hand", "2.csv"), "x", Now);

        (await waiting)!.Key.Should().Be("by-hand/2.csv");
        (await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "renkei" }, Now)).S3Objects.Select(entry => entry.Key)
            .Should().Equal("001o009/1.csv", "by-hand/2.csv");
        FluentActions.Invoking(() => filed.Objects.Put("../outside", new byte[] { 1 })).Should().Throw<ArgumentException>();
        File.Exists(Path.Combine(folder, "outside")).Should().BeFalse();
    }

    [Fact]
    public async Task An_object_can_be_waited_for()
    {
        var waiting = host.Objects.WaitForAsync(entry => entry.Key == "later", Some.Deadline, Now);
        host.Objects.Put("other", new byte[] { 1 });
        host.Objects.Put("later", new byte[] { 1 });

        (await waiting)!.Size.Should().Be(1);
        (await host.Objects.WaitForAsync(entry => entry.Key == "never", TimeSpan.Zero, Now)).Should().BeNull();
    }

    private static AmazonS3Client Client(MockHost host, string? key = null, string? secret = null) => new(
        key ?? host.Objects.AccessKey,
        secret ?? host.Objects.SecretKey,
        new AmazonS3Config { ServiceURL = host.BaseAddress.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = "ap-northeast-1", MaxErrorRetry = 0 });
}
