using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using Conformance.Cli;
using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Audit;
using Conformance.Cli.Commands.Bundles;
using Conformance.Cli.Commands.Handover;
using Conformance.Cli.Commands.Manual;
using Conformance.Cli.Commands.Profiles;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Commands.Serving;
using Conformance.Cli.Commands.SharedUse;
using Conformance.Cli.Commands.Specs;
using Conformance.Cli.Commands.Testing;
using Conformance.Cli.Commands.Triaging;

// Japanese text is UTF-8 on every machine, whatever its console code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
AppDomain.CurrentDomain.UnhandledException += (_, e) =>
{
    // On a thread of its own nobody can catch it; without this the process would end with a signal and a page of text.
    if (e.ExceptionObject is Exception error)
    {
        Environment.Exit(InternalError.Report(error, args, TimeProvider.System));
    }
};
// Not a RootCommand, which is called like the file of the program.
var root = new Command("conformance", "Shows, function by function and with evidence, whether a deployed system conforms to a standard specification (標準仕様).")
{
    new HelpOption(),
    new VersionOption(),
    DemoCommand.Build(),
    RunCommand.Build(),
    DoctorCommand.Build(),
    MergeCommand.Build(),
    StatusCommand.Build(), LedgerCommand.Build(),
    new Command("environment", "A test environment that others use too.") { EnvironmentCommands.Status(), EnvironmentCommands.Restore() },
    StepsCommand.Build(),
    DeriveCommand.Build(),
    FlowCommand.Build(),
    SelftestCommand.Build(),
    CatalogueCommands.Faults(),
    CatalogueCommands.Variants(),
    new Command("spec", "The standards: import official workbooks, show what a standard holds, check its text.")
    {
        SpecImportCommand.Build(),
        SpecShowCommand.Build(), SpecPagesCommand.Build(),
        SpecExportCommand.Build(),
        SpecDraftCommand.Build(),
        SpecCommentsCommand.Build(),
        SpecLintCommand.Build(),
        SpecDiffCommand.Build(),
        SpecImpactCommand.Build(),
    },
    new Command("profile", "Target profiles: how a product under test is reached.") { ProfileInitCommand.Build(), ProfileRecordCommand.Build(), ProfileLintCommand.Build(), ProfileDiffCommand.Build() },
    new Command("mocks", "The systems around a target.") { MocksServeCommand.Build() },
    new Command("reference", "The reference applications, to try the harness on.") { ReferenceServeCommand.Build() },
    new Command("manual", "What people look at: instructions out, results in.") { ManualCommands.Export(), ManualCommands.Import() },
    CompareCommand.Build(),
    TriageCommand.Build(),
    CoverageCommand.Build(),
    ReplayCommand.Build(),
    SampleCommand.Build(),
    HandoverCommand.Build(), InheritCommand.Build(),
    new Command("bundle", "証跡一式: pack the results of a run into one signed file, verify and show it.") { BundleKeyCommand.Build(), BundleCreateCommand.Build(), BundleVerifyCommand.Build(), BundleShowCommand.Build() },
    new Command("kit", "For closed networks: one archive that brings everything along.") { KitCreateCommand.Build() },
    TestCommand.Build(),
};
try
{
    // A filter begins with @ as a response file would.
    var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    return parsed.Action is ParseErrorAction ? ExitCode.BadInput : code;
}
#pragma warning disable CA1031 // The outermost frame: whatever arrives here is a fault of this program, and the user is told so in one line.
catch (Exception error)
#pragma warning restore CA1031
{
    return InternalError.Report(error, args, TimeProvider.System);
}
