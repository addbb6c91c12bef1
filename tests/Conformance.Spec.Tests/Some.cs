using System.Runtime.CompilerServices;

namespace Conformance.Spec.Tests;

/// <summary>What several tests start from.</summary>
internal static class Some
{
    public const string Edition = "031-jutogaisha-atena/2.1";

    /// <summary>An illustrative standard with forms, linkages and scope.</summary>
    public const string Residents = "001-jumin-kiroku/0.1";

    /// <summary>An illustrative standard with decision tables.</summary>
    public const string Ordinance = "900-shikyu-rei/0.1";

    /// <summary>Folder of the project.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The checked-in standard.</summary>
    public static string Folder => Path.Combine(Root, "standards", "031-jutogaisha-atena", "2.1");

    /// <summary>A file that nobody here wrote, beside the project.</summary>
    public static string Shared(params string[] parts) => Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));

    /// <summary>A BPMN document with one process; <c>conf</c> is bound to the extension namespace.</summary>
    public static string Bpmn(string process, string id = "flow-999-1") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:conf="urn:conformance:bpmn:1" xmlns:x="urn:example:x" targetNamespace="urn:t">
        <process id="{id}" name="例">
        {process}
        </process>
        </definitions>
        """;

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
