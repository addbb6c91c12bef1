using System.Runtime.CompilerServices;

namespace Conformance.Gherkin;

/// <summary>What an object in a container is known by.</summary>
/// <param name="Name">Null for the one without a name.</param>
internal readonly record struct ObjectKey(Type Type, string? Name)
{
    public bool Equals(ObjectKey other) => ReferenceEquals(Type, other.Type) && string.Equals(Name, other.Name, StringComparison.Ordinal);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Type) ^ (Name is null ? 0 : string.GetHashCode(Name, StringComparison.Ordinal));
}
