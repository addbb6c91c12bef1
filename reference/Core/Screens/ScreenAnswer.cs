namespace Conformance.Reference.Core.Screens;

/// <summary>What a screen shows after a button was pressed.</summary>
/// <param name="Status">The message for role=status; null where there is nothing to say.</param>
/// <param name="Body">HTML below it.</param>
internal sealed record ScreenAnswer(string? Status, string Body);
