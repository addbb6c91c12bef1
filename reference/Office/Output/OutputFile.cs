namespace Conformance.Reference.Office.Output;

/// <summary>A file of an output.</summary>
/// <param name="Rows">Number of its records, as staff are told.</param>
internal sealed record OutputFile(string Group, string Name, int Rows, byte[] Content);
