namespace Conformance.Reports;

/// <summary>Language of the words around the data. The data itself stays Japanese.</summary>
public enum ReportLanguage
{
    Japanese,
    English,
}
