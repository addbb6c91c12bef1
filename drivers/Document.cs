namespace Conformance.Drivers;

/// <summary>What a target put out that is no record: a notice, a file.</summary>
/// <param name="Name">File name where the target gives one; else the exchange's.</param>
/// <param name="MediaType">Lower case, without parameters.</param>
public sealed record Document(string Name, string MediaType, byte[] Content);
