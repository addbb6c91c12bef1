namespace Conformance.XunitHost;

/// <summary>A scenario did not pass. The message names the step and its place, and says what to do where that is known.</summary>
public sealed class ScenarioFailedException(string message, Exception? innerException) : Exception(message, innerException);
