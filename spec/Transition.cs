namespace Conformance.Spec;

/// <summary>経過措置: an ordinance lets a function come later. It is verified and reported, and does not block.</summary>
/// <param name="Citation">The supplementary provision (附則) that says so.</param>
/// <param name="Until">Last day; null where the provision names none.</param>
public sealed record Transition(string Citation, DateOnly? Until);
