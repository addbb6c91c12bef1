using System.CommandLine;
using System.Text;
using Conformance.Cli.Commands;

// Japanese text is UTF-8 on every machine, whatever its console code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Shows, function by function and with evidence, whether a deployed system conforms to a standard specification (標準仕様).")
{
    DemoCommand.Build(),
    RunCommand.Build(),
    DeriveCommand.Build(),
    SelftestCommand.Build(),
    CatalogueCommands.Faults(),
    CatalogueCommands.Variants(),
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
