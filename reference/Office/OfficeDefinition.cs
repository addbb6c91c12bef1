using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office;

/// <summary>One application of the office suite.</summary>
/// <param name="App">The word for <c>--app</c>.</param>
/// <param name="Title">Name on screens and in the description of the API.</param>
/// <param name="RightFaults">IDs of the faults that let everybody change: by the API, on screens.</param>
internal sealed record OfficeDefinition(
    string App, string Title, IReadOnlyList<OfficeFault> Faults, Glossary Glossary, (string Api, string Screen) RightFaults,
    Func<Desk, Neighbourhood, Assembled> Assemble)
{
    /// <summary>ID of the fault by which the log does not name the operator; blank for none.</summary>
    public string LogFault { get; init; } = "";

    /// <summary>The product as the launcher sees it.</summary>
    public ReferenceProduct Product => new(
        App, [.. Faults.Select(fault => new SeededFault(fault.Id, fault.Function, fault.What, App) { OnScreensOnly = fault.OnScreensOnly })], OfficeVariants.All, OfficeSettings.Names,
        options => OfficeApp.Build(this, options));
}
