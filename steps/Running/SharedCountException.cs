namespace Conformance.Steps.Running;

/// <summary>Records were to be counted where others may write meanwhile: cause environment.</summary>
public sealed class SharedCountException(string counted)
    : Exception($"{counted} Others may write to this environment, so the number says nothing. Where nobody but the run does, say so: environment: {{writers: alone}}.");
