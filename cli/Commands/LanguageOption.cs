using System.CommandLine;
using Conformance.Reports;

namespace Conformance.Cli.Commands;

/// <summary><c>--lang ja|en</c>.</summary>
internal static class LanguageOption
{
    public static Option<string> Build()
    {
        var option = new Option<string>("--lang") { Description = "ja or en.", DefaultValueFactory = _ => "ja" };
        option.AcceptOnlyFromAmong("ja", "en");
        return option;
    }

    public static bool IsEnglish(this ParseResult parsed, Option<string> language) => parsed.GetValue(language) == "en";

    public static ReportLanguage LanguageOf(this ParseResult parsed, Option<string> language) => parsed.IsEnglish(language) ? ReportLanguage.English : ReportLanguage.Japanese;
}
