namespace Conformance.Gherkin;

/// <summary>An object cannot be had from a container. The message shows the chain of types that led there.</summary>
public sealed class ObjectContainerException(string message, Exception? innerException = null)
    : InvalidOperationException(message, innerException);
