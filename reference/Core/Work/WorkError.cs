namespace Conformance.Reference.Core.Work;

/// <summary>One reason why work was refused.</summary>
/// <param name="Code">E0001–E0004 as in the 付番 interface (also when the neighbour gives them); K0001 the request is not readable,
/// K0002 no such person in 業務DB, K0003 the state of the person forbids it; N0001 the neighbour does not answer, N0002 its answer is not
/// readable, N0003 no access token or none that it takes.</param>
internal sealed record WorkError(string Code, string Message);
