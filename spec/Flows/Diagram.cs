namespace Conformance.Spec.Flows;

/// <summary>Where the elements of a model are drawn (BPMN DI). Units are those of the diagram, y downwards.</summary>
/// <param name="Shapes">By ID of the element.</param>
/// <param name="Lines">Way points by ID of the sequence or message flow or association.</param>
public sealed record Diagram(IReadOnlyDictionary<string, Box> Shapes, IReadOnlyDictionary<string, IReadOnlyList<Point>> Lines);

/// <param name="Expanded">False where a sub-process is drawn without its contents.</param>
public sealed record Box(double X, double Y, double Width, double Height, bool Expanded, bool Horizontal);

public readonly record struct Point(double X, double Y);
