namespace Conformance.Mocks;

/// <summary>Settings of the object storage.</summary>
public sealed record ObjectStoreOptions
{
    /// <summary>Access key that requests are signed with; null: one is made up.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret that belongs to it; null: one is made up.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Buckets that are there from the start; the first is the one that <see cref="ObjectStore"/>'s own operations work on.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = ["renkei"];

    /// <summary>Every object is the file <c>Folder/bucket/key</c>, and every file there an object. Null: objects live in memory.</summary>
    public string? Folder { get; init; }
}
