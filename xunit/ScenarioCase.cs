using System.ComponentModel;
using Xunit.Sdk;

namespace Conformance.XunitHost;

/// <summary>A scenario as a test case: small enough to be handed between processes and to be found again.</summary>
public sealed class ScenarioCase : IXunitSerializable
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For deserialisation only.")]
    public ScenarioCase()
        : this("", "", "") { }

    internal ScenarioCase(string file, string id, string title)
    {
        File = file;
        Id = id;
        Title = title;
    }

    /// <summary>Path of the feature file, as the test project sees it.</summary>
    public string File { get; private set; }

    /// <summary>File and line; empty for a file that cannot be read.</summary>
    public string Id { get; private set; }

    /// <summary>Title of the scenario, or of the file.</summary>
    public string Title { get; private set; }

    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        File = info.GetValue<string>(nameof(File)) ?? "";
        Id = info.GetValue<string>(nameof(Id)) ?? "";
        Title = info.GetValue<string>(nameof(Title)) ?? "";
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Id), Id);
        info.AddValue(nameof(Title), Title);
    }

    public override string ToString() => Title;
}
