using System.Runtime.CompilerServices;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Steps.Tests;

/// <summary>What several tests start from.</summary>
internal static class Some
{
    public static string Root { get; } = FindRoot();

    /// <summary>The checked-in standard, loaded once.</summary>
    public static Standard Standard { get; } = StandardLoader.LoadById(Path.Combine(Root, "standards"), "031");

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
