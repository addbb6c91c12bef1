namespace Conformance.Spec;

/// <summary>An OpenAPI 3.0 document of the standard under <c>interfaces/</c>.</summary>
/// <param name="Name">File name without extension, such as <c>fuban-2.0</c>.</param>
/// <param name="Items">The items of the request, in order.</param>
public sealed record InterfaceFile(string Name, string Path, Basis Basis, IReadOnlyList<InterfaceItem> Items);
