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
    public static TestOutcome Read(string name, string report, int exitCode)
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

        var tests = root.Descendants("test").ToList();
        var failures = tests.Where(test => Result(test) == "Fail").Select(test => (NameOf(test), Message(test.Element("failure"))))
            .Concat(root.Descendants("error").Select(error => ($"{name} ({(string?)error.Attribute("type") ?? "error"})", Message(error.Element("failure")))))
            .ToList();
        if (exitCode != 0 && failures.Count == 0)
        {
            failures.Add((name, string.Create(CultureInfo.InvariantCulture, $"It ended with exit code {exitCode}.")));
        }

        return new TestOutcome(
            name,
            tests.Count(test => Result(test) == "Pass"),
            failures,
            [.. tests.Where(test => Result(test) is "Skip" or "NotRun").Select(test => (NameOf(test), test.Element("reason")?.Value.Trim() ?? "not run"))],
            TimeSpan.FromSeconds(root.Elements("assembly").Sum(assembly => double.Parse((string?)assembly.Attribute("time") ?? "0", CultureInfo.InvariantCulture))));
    }

    /// <summary>A group that has no report; counts as one failure.</summary>
    public static TestOutcome Broken(string name, string message, TimeSpan duration) => new(name, 0, [(name, message)], [], duration);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name,-34} {Passed,5} passed, {Failures.Count} failed, {Skips.Count} skipped  {Duration.TotalSeconds:0.0} s");

    private static string? Result(XElement test) => (string?)test.Attribute("result");

    private static string NameOf(XElement test) => (string?)test.Attribute("name") ?? "?";

    private static string Message(XElement? failure) =>
        failure is null ? "" : $"{failure.Element("message")?.Value.Trim()}{Environment.NewLine}{failure.Element("stack-trace")?.Value.TrimEnd()}".Trim();
}
