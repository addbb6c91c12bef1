using Conformance.Reports;

namespace Conformance.Cli.SharedUse;

/// <summary>What a command was asked for is right, but not at this time: the environment is closed, or its accounts are in use. Nothing was sent.</summary>
internal sealed class NotNowException(string japanese, string english) : Exception(english)
{
    public string In(ReportLanguage language) => language == ReportLanguage.English ? Message : japanese;
}
