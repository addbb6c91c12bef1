namespace Conformance.Spec.Comparison.Drawing;

/// <summary>A rectangle in units of the diagram.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height);
