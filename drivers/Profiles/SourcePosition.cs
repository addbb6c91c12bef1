namespace Conformance.Drivers.Profiles;

/// <summary>Where something stands in a profile; line and column are one-based.</summary>
public readonly record struct SourcePosition(int Line, int Column);
