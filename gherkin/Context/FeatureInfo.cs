namespace Conformance.Gherkin;

/// <summary>Title, description and tags of a feature.</summary>
public sealed class FeatureInfo
{
    internal FeatureInfo(Pickle pickle)
    {
        Title = pickle.Feature.Name;
        Description = pickle.Feature.Description;
        Tags = [.. pickle.Feature.Tags.Select(tag => tag.TrimStart('@'))];
        Language = pickle.Language;
        FolderPath = Path.GetDirectoryName(pickle.Uri) ?? "";
    }

    public string Title { get; }

    public string Description { get; }

    /// <summary>Without <c>@</c>.</summary>
    public string[] Tags { get; }

    public string Language { get; }

    public string FolderPath { get; }
}
