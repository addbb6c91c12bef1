using System.Security.Cryptography;
using System.Text;

namespace Conformance.Mocks;

/// <summary>
/// Object storage for file linkage: the part of the S3 interface that file linkage needs (path style, Signature Version 4), in memory or in a plain folder.
/// Keys are as the linkage has them: <c>連携ID/yyyyMMddHHmmss_n.csv</c>. Thread-safe.
/// </summary>
public sealed class ObjectStore : INeighbour
{
    /// <summary>What the systems around call it.</summary>
    public const string Called = "オブジェクトストレージ";

    private readonly Lock gate = new();
    private readonly IObjectShelf shelf;
    private readonly TimeProvider time;
    private readonly S3Interface calls;
    private readonly List<TaskCompletionSource> waiting = [];
    private readonly bool inFolder;

    internal ObjectStore(ObjectStoreOptions options, TimeProvider time)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        AccessKey = options.AccessKey ?? "CONFORMANCE" + RandomNumberGenerator.GetString(letters, 9);
        SecretKey = options.SecretKey ?? RandomNumberGenerator.GetString(letters, 40);
        SecretIsMadeUp = options.SecretKey is null;
        Bucket = options.Buckets[0];
        inFolder = options.Folder is not null;
        Folder = options.Folder is { } folder ? Path.GetFullPath(folder) : null;
        shelf = Folder is not null ? new FolderShelf(Folder) : new MemoryShelf();
        foreach (var bucket in options.Buckets)
        {
            shelf.AddBucket(bucket);
        }

        this.time = time;
        calls = new S3Interface(this, new SignatureCheck(AccessKey, SecretKey));
    }

    public string AccessKey { get; }

    public string SecretKey { get; }

    /// <summary>False where somebody gave the secret, who knows it then.</summary>
    internal bool SecretIsMadeUp { get; }

    /// <summary>The bucket that the operations here work on.</summary>
    public string Bucket { get; }

    /// <summary>Full path of the folder that the objects are files in; null where they live in memory.</summary>
    public string? Folder { get; }

    string INeighbour.Name => Called;

    /// <exception cref="ArgumentException">The key cannot be kept: empty, or in a folder a part of it is no file name.</exception>
    public StoredObject Put(string key, ReadOnlyMemory<byte> content, string contentType = "text/csv") =>
        Store(Bucket, key, content, contentType, ObjectTags.Of(content.Span)) ?? throw new ArgumentException($"'{key}' cannot be the key of an object here.", nameof(key));

    /// <summary>The content; null where there is no such object.</summary>
    public ReadOnlyMemory<byte>? Get(string key) => Within(kept => kept.Get(Bucket, key)?.Content);

    /// <summary>The content as text (UTF-8); null where there is no such object.</summary>
    public string? GetText(string key) => Get(key) is { } content ? Encoding.UTF8.GetString(content.Span) : null;

    public IReadOnlyList<StoredObject> List(string prefix = "") => Within(kept => kept.List(Bucket, prefix));

    /// <returns>False where there was no such object.</returns>
    public bool Delete(string key) => Within(kept => kept.Delete(Bucket, key));

    /// <summary>The first object that satisfies <paramref name="predicate"/>: one that is there, else the next to come.</summary>
    /// <returns>Null when the deadline passed without one.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/>.</exception>
    public async Task<StoredObject?> WaitForAsync(Func<StoredObject, bool> predicate, TimeSpan deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var timer = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        while (true)
        {
            var change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
            {
                waiting.Add(change);
            }

            if (List().FirstOrDefault(predicate) is { } found)
            {
                return found;
            }

            try
            {
                // Files come into a folder without telling us, so it is looked at again from time to time.
                await (inFolder
                    ? Task.WhenAny(change.Task, Task.Delay(TimeSpan.FromMilliseconds(50), time, either.Token)).Unwrap()
                    : change.Task.WaitAsync(either.Token));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return List().FirstOrDefault(predicate);
            }
        }
    }

    // A signed request is for S3 whatever its path, since a bucket may have any name.
    bool INeighbour.Owns(MockRequest request) =>
        SignatureCheck.IsSigned(request) || (request.Path.StartsWith('/') && Within(kept => kept.Has(Uri.UnescapeDataString(request.Path.Split('/', 3)[1]))));

    Receipt INeighbour.Receive(MockRequest request) => S3Interface.Receive(request);

    MockAnswer INeighbour.Answer(MockRequest request, Receipt receipt) => calls.Answer(request, receipt);

    internal T Within<T>(Func<IObjectShelf, T> action)
    {
        lock (gate)
        {
            return action(shelf);
        }
    }

    /// <returns>Null where the key cannot be kept.</returns>
    internal StoredObject? Store(string bucket, string key, ReadOnlyMemory<byte> content, string contentType, string tag)
    {
        TaskCompletionSource[] told;
        StoredObject? stored;
        lock (gate)
        {
            stored = key.Length == 0 ? null : shelf.Put(bucket, key, content.ToArray(), contentType, tag, time.GetUtcNow());
            told = [.. waiting];
            waiting.Clear();
        }

        Array.ForEach(told, change => change.TrySetResult());
        return stored;
    }
}
