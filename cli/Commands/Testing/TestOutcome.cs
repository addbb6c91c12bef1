using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Conformance.Cli.Commands.Testing;

/// <summary>What came of one group of tests.</summary>
/// <param name="Failures">Every failed test, and whatever else went wrong, with its message.</param>
/// <param name="Skips">Every test that was not run, with its reason.</param>
internal sealed record TestOutcome(string Name, int Passed, IReadOnlyList<(string Test, string Message)> Failures, IReadOnlyList<(string Test, string Reason)> Skips, TimeSpan Duration)
{
    /// <summary>Reads the XML report (xUnit v2+ format) of a test program.</summary>
    /// <param name="exitCode">Of the program: a report without a failure does not outweigh a program that failed.</param>
    public static TestOutcome Read(string name, string report, int exitCode) => Parsed(name, report, exitCode, root =>
    {
        var tests = root.Descendants("test").ToList();
        return new TestOutcome(
            name,
            tests.Count(test => Result(test) == "Pass"),
            [
                .. tests.Where(test => Result(test) == "Fail").Select(test => (NameOf(test), Message(test.Element("failure"), "message", "stack-trace"))),
                .. root.Descendants("error").Select(error => ($"{name} ({(string?)error.Attribute("type") ?? "error"})", Message(error.Element("failure"), "message", "stack-trace"))),
            ],
            [.. tests.Where(test => Result(test) is "Skip" or "NotRun").Select(test => (NameOf(test), test.Element("reason")?.Value.Trim() ?? "not run"))],
            TimeSpan.FromSeconds(root.Elements("assembly").Sum(assembly => double.Parse((string?)assembly.Attribute("time") ?? "0", CultureInfo.InvariantCulture))));
    });

    /// <summary>Reads the report that the test platform writes (TRX, namespace TeamTest/2010).</summary>
    /// <param name="exitCode">Of the program: a report without a failure does not outweigh a program that failed.</param>
    public static TestOutcome ReadTrx(string name, string report, int exitCode) => Parsed(name, report, exitCode, root =>
    {
        XName Of(string element) => root.Name.Namespace + element;
        var tests = root.Descendants(Of("UnitTestResult")).Select(test => (Name: (string?)test.Attribute("testName") ?? "?", Outcome: (string?)test.Attribute("outcome"), Output: test.Element(Of("Output")))).ToList();
        return new TestOutcome(
            name,
            tests.Count(test => test.Outcome == "Passed"),
            [.. tests.Where(test => test.Outcome is not ("Passed" or "NotExecuted")).Select(test => (test.Name, Message(test.Output?.Element(Of("ErrorInfo")), "Message", "StackTrace")))],
            [.. tests.Where(test => test.Outcome == "NotExecuted").Select(test => (test.Name, test.Output?.Descendants(Of("Message")).FirstOrDefault()?.Value.Trim() ?? test.Output?.Value.Trim() ?? "not run"))],
            TimeSpan.Zero);
    });

    private static TestOutcome Parsed(string name, string report, int exitCode, Func<XElement, TestOutcome> read)
    {
        XElement root;
        try
        {
            root = XElement.Parse(report);
        }
        catch (XmlException)
        {
            return Broken(name, string.Create(CultureInfo.InvariantCulture, $"It ended with exit code {exitCode} before its report was complete."), TimeSpan.Zero);
        }

        var outcome = read(root);
        return exitCode != 0 && outcome.Failures.Count == 0
            ? outcome with { Failures = [(name, string.Create(CultureInfo.InvariantCulture, $"It ended with exit code {exitCode}."))] }
            : outcome;
    }

    /// <summary>A group that has no report; counts as one failure.</summary>
    public static TestOutcome Broken(string name, string message, TimeSpan duration) => new(name, 0, [(name, message)], [], duration);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name,-34} {Passed,5} passed, {Failures.Count} failed, {Skips.Count} skipped  {Duration.TotalSeconds:0.0} s");

    private static string? Result(XElement test) => (string?)test.Attribute("result");

    private static string NameOf(XElement test) => (string?)test.Attribute("name") ?? "?";

    private static string Message(XElement? failure, string message, string stack) => failure is null ? ""
        : $"{failure.Element(failure.Name.Namespace + message)?.Value.Trim()}{Environment.NewLine}{failure.Element(failure.Name.Namespace + stack)?.Value.TrimEnd()}".Trim();
}
