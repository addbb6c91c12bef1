namespace Conformance.Drivers.Recording;

/// <summary>A sentence for people, in both languages.</summary>
public sealed record Told(string Japanese, string English)
{
    /// <param name="language"><c>ja</c> or <c>en</c>.</param>
    public string In(string language) => language == "en" ? English : Japanese;
}
