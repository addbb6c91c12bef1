namespace Conformance.Reports.Html;

/// <summary>How much evidence a page carries, in distinct files.</summary>
/// <param name="Missing">Files that results name and the folder does not have.</param>
public sealed record EvidenceTally(int Screenshots, int ScreenshotsLeftOut, int Texts, int TextsLeftOut, int Missing);
