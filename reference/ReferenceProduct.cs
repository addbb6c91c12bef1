namespace Conformance.Reference;

/// <summary>One application that this program can start.</summary>
/// <param name="App">The word for <c>--app</c>.</param>
/// <param name="Faults">All faults it can show.</param>
/// <param name="Variants">All permitted differences it can show.</param>
/// <param name="Settings">Names of the options it understands beside the common ones, without the leading dashes
/// (<c>introspection</c> is given as <c>--introspection URL</c> or in the environment as <c>REFERENCE_INTROSPECTION</c>).</param>
/// <param name="Build">Builds the application; it does not listen before it is started.</param>
public sealed record ReferenceProduct(
    string App,
    IReadOnlyList<SeededFault> Faults,
    IReadOnlyList<PermittedVariant> Variants,
    IReadOnlyList<string> Settings,
    Func<LaunchOptions, WebApplication> Build);
