namespace Conformance.Spec.Forms;

/// <summary>抑止: what is printed instead of items where somebody is protected.</summary>
/// <param name="When">支援対象者, 併せて支援を求める者.</param>
/// <param name="Items">データ項目ID.</param>
/// <param name="Text">記載省略.</param>
public sealed record FormSuppression(string When, IReadOnlyList<string> Items, string Text)
{
    /// <summary>機能ID of the function that is answerable for it; empty where it is the form's own.</summary>
    public string Function { get; init; } = "";
}
