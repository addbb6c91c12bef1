namespace Conformance.Spec.Import.Sheets;

/// <summary>What kind of Office document a file has to be.</summary>
/// <param name="Extension">With its article, as a message says it.</param>
/// <param name="Old">Extension of the old binary format.</param>
/// <param name="Main">Its main part.</param>
/// <param name="Vocabulary">Word in its content types.</param>
internal sealed record OfficeKind(string Name, string Extension, string Old, string Main, string Vocabulary)
{
    public static OfficeKind Workbook { get; } = new("workbook", "an .xlsx file", ".xls", "xl/workbook.xml", "spreadsheetml");

    public static OfficeKind Document { get; } = new("Word document", "a .docx file", ".doc", "word/document.xml", "wordprocessingml");
}
