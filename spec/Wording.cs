namespace Conformance.Spec;

/// <summary>One statement of the program in both of its languages. The words of a standard inside it stay as they are.</summary>
public sealed record Wording(string Ja, string En)
{
    public string In(bool japanese) => japanese ? Ja : En;
}
