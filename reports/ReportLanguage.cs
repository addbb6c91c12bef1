using Conformance.Spec;

namespace Conformance.Reports;

/// <summary>Language of the words around the data. The data itself stays Japanese.</summary>
public enum ReportLanguage
{
    Japanese,
    English,
}

/// <summary>Texts in a <see cref="ReportLanguage"/>.</summary>
public static class ReportLanguageText
{
    /// <summary>The text in the language.</summary>
    public static string In(this Bilingual text, ReportLanguage language) => text.In(language == ReportLanguage.English ? "en" : "ja");
}
