namespace Conformance.Gherkin;

/// <summary>Writes to the report of the step being run. The name is Reqnroll's, so that step code need not change.</summary>
public interface IReqnrollOutputHelper
{
    void WriteLine(string message);

    void WriteLine(string format, params object[] args);

    /// <summary>Attaches a file; its media type is taken from its extension.</summary>
    void AddAttachment(string filePath);
}
