namespace Conformance.Spec;

/// <summary>What the program says, in both of its languages.</summary>
public sealed record Bilingual(string Ja, string En)
{
    /// <param name="language"><c>ja</c> or <c>en</c>.</param>
    public string In(string language) => language == "en" ? En : Ja;
}
