namespace Conformance.Spec.Forms;

/// <summary>帳票: what is printed, for whom, and what must not be.</summary>
/// <param name="Recipient">Who gets it, such as 受給者.</param>
/// <param name="Never">データ項目ID of what must not be printed.</param>
public sealed record Form(
    string Id, string Name, FunctionId Function, string Recipient, IReadOnlyList<FormItem> Items,
    IReadOnlyList<FormSuppression> Suppressions, IReadOnlyList<string> Never)
{
    /// <summary>Path of the file.</summary>
    public string File { get; init; } = "";

    public string Trigger { get; init; } = "";

    public string Source { get; init; } = "";

    public Basis Basis { get; init; } = Basis.Illustrative;

    /// <summary>Headings that are printed.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];
}
