namespace Conformance.Drivers.Profiles;

/// <summary>Something that the product has besides the functions of the standard, and declares.</summary>
/// <param name="Kind">追加機能: a separate add-on; 最小限度の改変又は追加: what the law allows beside the standard.</param>
/// <param name="Operations">Method and path, such as <c>POST /api/x</c>.</param>
/// <param name="Screens">Paths, or names as the screens show them.</param>
public sealed record Addition(string Name, string Kind, string Reason, IReadOnlyList<string> Operations, IReadOnlyList<string> Screens);
