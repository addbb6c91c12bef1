namespace Conformance.Drivers.Recording;

/// <summary>Something that a person did in a walk, as it may be shown: names, never values.</summary>
/// <param name="Name">Of the field, button or link; empty where it has none.</param>
/// <param name="IsResult">The person says that the result is there.</param>
public sealed record WalkSight(PlayedKind Kind, string Name, bool IsResult);
