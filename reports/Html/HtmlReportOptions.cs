using Conformance.Verdicts;

namespace Conformance.Reports.Html;

/// <summary>How a page is made. Sizes are bounds on what is embedded; what is left out is named in the page.</summary>
public sealed record HtmlReportOptions
{
    /// <summary>The language in which the page opens; the reader can switch.</summary>
    public ReportLanguage Language { get; init; } = ReportLanguage.Japanese;

    /// <summary>Bytes of screenshots, before base64.</summary>
    public long ScreenshotBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of exchanges and texts as they lie in the evidence folder, before compression.</summary>
    public long TextBytes { get; init; } = 48 * 1024 * 1024;

    /// <summary>UTF-16 units of one value (an answer, an observed text) that are shown; the rest is cut with a note.</summary>
    public int TextLimit { get; init; } = 32 * 1024;

    /// <summary>The business flows that a run's role plays a part in, to be drawn; none by default.</summary>
    public Func<RunResult, IReadOnlyList<FlowPicture>> Flows { get; init; } = _ => [];
}
