namespace Conformance.Steps.Running;

/// <summary>The command that starts a batch could not be started, failed or took too long, so the batch has not run: cause environment.</summary>
public sealed class BatchCommandException(string message) : Exception(message);
