namespace Conformance.Reference.Office;

/// <summary>One reason why work was not done.</summary>
internal sealed record WorkError(string Code, string Message);
