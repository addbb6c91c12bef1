using System.CommandLine;

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
}
